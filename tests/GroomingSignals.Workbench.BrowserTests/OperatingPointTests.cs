using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

[Collection(BrowserGroup.Name)]
public sealed class OperatingPointTests(Browser browser)
{
    [Fact]
    public async Task A_handle_that_is_dragged_moves_the_threshold_and_the_figures_follow()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser);
        ILocator handle = open.Page.GetByRole(AriaRole.Slider, new() { Name = "Threshold of review" });
        await handle.WaitForAsync();
        ILocator figures = open.Page.Locator("table.figures");
        await figures.WaitForAsync();
        string before = await figures.InnerTextAsync();

        LocatorBoundingBoxResult box = (await handle.BoundingBoxAsync())!;
        await open.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(box.X + 260, box.Y + (box.Height / 2), new MouseMoveOptions { Steps = 12 });
        await open.Page.Mouse.UpAsync();

        double review = double.Parse((await handle.GetAttributeAsync("aria-valuenow"))!, System.Globalization.CultureInfo.InvariantCulture);
        review.Should().BeGreaterThan(0.9);
        await Assertions.Expect(figures).Not.ToHaveTextAsync(before);
        await Assertions.Expect(open.Page.GetByText("would leave")).ToBeVisibleAsync();
        open.Complaints.Should().BeEmpty("the content security policy was kept and nothing failed");
    }

    [Fact]
    public async Task Without_labels_there_is_a_curve_of_the_corpus_and_no_figure_that_needs_labels()
    {
        const string data = """
            {"id":"c1","participants":[{"id":"a","age":{"band":"adult"}},{"id":"b","age":{"band":"13-15"}}],"messages":[{"sender":"a","text":"dont tell your mom ok"},{"sender":"a","text":"whats your address"}]}
            """;
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, data);
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Slider)).ToHaveCountAsync(2);
        await Assertions.Expect(open.Page.GetByText("These need labelled conversations.")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator("table.figures tbody tr")).ToHaveCountAsync(1);
        open.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_asked_of_any_other_place()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser);
        await open.GoAsync("#/queue");
        await open.GoAsync("#/conversation/1");
        open.Requests.Should().NotBeEmpty().And.OnlyContain(url => url.StartsWith(open.Address.AbsoluteUri, StringComparison.Ordinal));
    }
}
