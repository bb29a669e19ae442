using System.Globalization;
using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>Two handles at one place are still two.</summary>
[Collection(BrowserGroup.Name)]
public sealed class HandleTests(Browser browser)
{
    [Theory]
    [InlineData("review", -80)]
    [InlineData("urgent", 80)]
    public async Task Where_review_is_urgent_each_handle_can_be_taken_with_the_mouse(string which, int by)
    {
        await using OpenWorkbench open = await AtOnePlace();
        ILocator handle = Handle(open, which);
        LocatorBoundingBoxResult box = (await handle.BoundingBoxAsync())!;
        (float x, float y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await open.Page.Mouse.MoveAsync(x, y);
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(x, y);
        (await Value(handle)).Should().Be(0.85, "a handle that is taken hold of does not jump");
        await open.Page.Mouse.MoveAsync(x + by, y, new MouseMoveOptions { Steps = 5 });
        await open.Page.Mouse.UpAsync();
        (await Value(Handle(open, "review"))).Should().Match(v => which == "review" ? v < 0.85 : v == 0.85);
        (await Value(Handle(open, "urgent"))).Should().Match(v => which == "urgent" ? v > 0.85 : v == 0.85);
    }

    [Theory]
    [InlineData("review", "ArrowLeft")]
    [InlineData("urgent", "ArrowRight")]
    public async Task Where_review_is_urgent_each_handle_can_be_moved_by_keyboard(string which, string key)
    {
        await using OpenWorkbench open = await AtOnePlace();
        await Handle(open, which).PressAsync(key);
        (await Value(Handle(open, "review"))).Should().Match(v => which == "review" ? v < 0.85 : v == 0.85);
        (await Value(Handle(open, "urgent"))).Should().Match(v => which == "urgent" ? v > 0.85 : v == 0.85);
    }

    private async Task<OpenWorkbench> AtOnePlace()
    {
        OpenWorkbench open = await OpenWorkbench.StartAsync(browser);
        await Handle(open, "review").WaitForAsync();
        ILocator field = open.Page.GetByLabel("Review from risk");
        await field.FillAsync("0.85");
        await field.PressAsync("Enter");
        await Assertions.Expect(Handle(open, "review")).ToHaveAttributeAsync("aria-valuenow", "0.85");
        (await Value(Handle(open, "urgent"))).Should().Be(0.85);
        return open;
    }

    private static ILocator Handle(OpenWorkbench open, string which) => open.Page.GetByRole(AriaRole.Slider, new() { Name = $"Threshold of {which}" });

    private static async Task<double> Value(ILocator handle) => double.Parse((await handle.GetAttributeAsync("aria-valuenow"))!, CultureInfo.InvariantCulture);
}
