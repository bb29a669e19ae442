using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>What a person must know before any figure stands on every view.</summary>
[Collection(BrowserGroup.Name)]
public sealed class NoticeTests(Browser browser)
{
    [Theory]
    [InlineData("")]
    [InlineData("#/queue")]
    [InlineData("#/conversation/1")]
    public async Task Composed_data_and_a_model_that_learnt_from_it_are_told_of_on_every_view(string view)
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, view: view, change: o => o with { Notices = _ => ["The model learnt from these."] });
        await Assertions.Expect(open.Page.GetByText("These conversations were composed by a program.")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByText("The model learnt from these.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_policy_of_another_session_is_told_of_at_load_and_opened_from_the_page()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser);
        await File.WriteAllTextAsync(open.SavedPolicy, "schema: policy/1\npolicy: { id: theirs, version: 4.0.0 }\nthresholds: { rules: { review: 0.5 } }\n", TestContext.Current.CancellationToken);
        await open.Page.ReloadAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing can be saved");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Open " }).ClickAsync();
        await Assertions.Expect(open.Page.GetByText("Policy theirs 4.0.0")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Slider, new() { Name = "Threshold of review" })).ToHaveAttributeAsync("aria-valuenow", "0.5");
        open.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Risks_near_one_are_told_apart()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, view: "#/queue");
        await open.Page.Locator("ol.rows").WaitForAsync();
        IReadOnlyList<string> risks = await open.Page.Locator("ol.rows .risk").AllTextContentsAsync();
        risks.Should().NotBeEmpty().And.OnlyContain(r => r.Contains("log-odds +", StringComparison.Ordinal)).And.OnlyHaveUniqueItems("each conversation of the sample has a score of its own");
        risks[^1].Should().StartWith("0.");
    }

    [Fact]
    public async Task The_number_beside_a_track_is_the_one_that_its_lowest_threshold_brings()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser);
        await open.Page.GetByRole(AriaRole.Slider).First.WaitForAsync();
        ILocator field = open.Page.GetByLabel("Review from risk");
        await field.FillAsync("0.00001");
        await field.PressAsync("Enter");
        string beside = await open.Page.Locator(".tracks input:checked + span small").InnerTextAsync();
        await Assertions.Expect(open.Page.Locator("table.figures tbody tr").First.Locator("td").First).ToHaveTextAsync(beside);
        await Assertions.Expect(open.Page.Locator(".counts")).ToContainTextAsync($"{beside} conversations have a score on this track");
    }
}
