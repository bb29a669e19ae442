using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>Takes the pictures of the three views that people look at; the README's are made of these.</summary>
[Collection(BrowserGroup.Name)]
public sealed class ScreenshotTests(Browser browser)
{
    /// <summary>A conversation of the sample with evidence near its beginning.</summary>
    private const int Shown = 75;

    internal static readonly string Folder = RepositoryFile.Path("artifacts/screenshots");

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_views_are_drawn(ColorScheme scheme)
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, scheme: scheme);
        ILocator handle = open.Page.GetByRole(AriaRole.Slider, new() { Name = "Threshold of urgent" });
        await handle.WaitForAsync();
        for (int i = 0; i < 14; i++)
        {
            await handle.PressAsync("PageUp");
        }

        await Take(open, "point", scheme);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Queue" }).ClickAsync();
        await open.Page.Locator("ol.rows").WaitForAsync();
        await Take(open, "queue", scheme);
        await open.GoAsync($"#/conversation/{Shown}");
        ILocator reveal = open.Page.GetByRole(AriaRole.Button, new() { Name = "Reveal message 3", Exact = true });
        await reveal.ClickAsync();
        await open.Page.Locator(".text").First.WaitForAsync();
        await Take(open, "conversation", scheme);

        open.Complaints.Should().BeEmpty();
    }

    private static async Task Take(OpenWorkbench open, string name, ColorScheme scheme)
    {
        await open.Page.WaitForTimeoutAsync(500);
        Directory.CreateDirectory(Folder);
        string file = Path.Combine(Folder, $"workbench-{name}-{scheme.ToString().ToLowerInvariant()}.png");
        await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        new FileInfo(file).Length.Should().BeGreaterThan(10_000);
    }
}
