using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>Takes the pictures of the three views that people look at; the README's are made of these.</summary>
[Collection(BrowserGroup.Name)]
public sealed class ScreenshotTests(Browser browser)
{
    private static readonly string Folder = RepositoryFile.Path("artifacts/screenshots");

    [Theory]
    [InlineData("point", "#/", ColorScheme.Light)]
    [InlineData("point", "#/", ColorScheme.Dark)]
    [InlineData("queue", "#/queue", ColorScheme.Light)]
    [InlineData("queue", "#/queue", ColorScheme.Dark)]
    [InlineData("conversation", "#/conversation/1", ColorScheme.Light)]
    [InlineData("conversation", "#/conversation/1", ColorScheme.Dark)]
    public async Task The_view_is_drawn(string name, string view, ColorScheme scheme)
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, scheme: scheme, view: view);
        if (name == "point")
        {
            await open.Page.GetByRole(AriaRole.Slider, new() { Name = "Threshold of review" }).WaitForAsync();
        }

        if (name == "conversation")
        {
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "Reveal message 1", Exact = true }).ClickAsync();
            await open.Page.Locator(".text").First.WaitForAsync();
        }

        await open.Page.WaitForTimeoutAsync(400);
        Directory.CreateDirectory(Folder);
        string file = Path.Combine(Folder, $"{name}-{scheme.ToString().ToLowerInvariant()}.png");
        await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = name != "queue" });

        new FileInfo(file).Length.Should().BeGreaterThan(10_000);
        open.Complaints.Should().BeEmpty();
    }
}
