using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>axe-core finds nothing against WCAG 2.0 to 2.2, A and AA, in light and in dark.</summary>
[Collection(BrowserGroup.Name)]
public sealed class AccessibilityTests(Browser browser)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Theory]
    [InlineData("#/", ColorScheme.Light)]
    [InlineData("#/", ColorScheme.Dark)]
    [InlineData("#/queue", ColorScheme.Light)]
    [InlineData("#/queue", ColorScheme.Dark)]
    [InlineData("#/conversation/1", ColorScheme.Light)]
    [InlineData("#/conversation/1", ColorScheme.Dark)]
    public async Task A_view_has_no_violation(string view, ColorScheme scheme)
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, scheme: scheme, view: view);
        if (view.Contains("conversation", StringComparison.Ordinal))
        {
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "Reveal message 6", Exact = true }).ClickAsync();
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "Reveal the evidence in message 6" }).ClickAsync();
            await open.Page.Locator("mark").First.WaitForAsync();
        }

        await open.Page.WaitForTimeoutAsync(400);
        await Check(open.Page);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Changed_settings_their_queue_and_the_dialog_have_no_violation(ColorScheme scheme)
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, scheme: scheme);
        ILocator handle = open.Page.GetByRole(AriaRole.Slider, new() { Name = "Threshold of review" });
        await handle.WaitForAsync();
        for (int i = 0; i < 20; i++)
        {
            await handle.PressAsync("PageUp");
        }

        await open.Page.GetByText("would leave").WaitForAsync();
        await Check(open.Page);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Queue" }).ClickAsync();
        await open.Page.Locator("ol.rows").WaitForAsync();
        await open.Page.GetByRole(AriaRole.Combobox, new() { Name = "Change", Exact = true }).SelectOptionAsync("leaving");
        await open.Page.Locator(".mark.leaving").First.WaitForAsync();
        await Check(open.Page);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Operating point" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Save as policy…" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await Check(open.Page);
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_it_is_chosen()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, scheme: ColorScheme.Dark);
        await Assertions.Expect(open.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Light theme" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    private static async Task Check(IPage page)
    {
        AxeResult result = await page.RunAxe(Rules);
        result.Passes.Should().NotBeEmpty();
        result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html))}").Should().BeEmpty();
    }
}
