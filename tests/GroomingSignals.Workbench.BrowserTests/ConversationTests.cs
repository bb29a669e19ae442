using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

[Collection(BrowserGroup.Name)]
public sealed class ConversationTests(Browser browser)
{
    private const string Hostile = """
        {"id":"<img src=x onerror=window.hit=1>","participants":[{"id":"<b>ann</b>","age":{"band":"adult"}},{"id":"bo","age":{"band":"13-15"}}],"messages":[{"id":"<i>m1</i>","sender":"<b>ann</b>","text":"<script>window.hit=1</script><img src=x onerror='window.hit=1'> canary dont tell your mom ok"},{"id":"m2","sender":"bo","text":"canary two"}]}
        """;

    [Fact]
    public async Task Text_is_not_in_the_page_before_it_is_revealed_and_leaves_it_when_it_is_hidden()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, Hostile, view: "#/conversation/0");
        (await open.Page.ContentAsync()).Should().NotContain("canary");

        await Button(open, "Reveal message 2").ClickAsync();
        await Assertions.Expect(open.Page.Locator(".text")).ToHaveTextAsync("canary two");
        (await open.Page.ContentAsync()).Should().NotContain("dont tell");

        await Button(open, "Hide message 2").ClickAsync();
        await Assertions.Expect(open.Page.Locator(".text")).ToHaveCountAsync(0);
        (await open.Page.ContentAsync()).Should().NotContain("canary");
    }

    [Fact]
    public async Task Evidence_stays_covered_until_it_is_asked_for()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, Hostile, view: "#/conversation/0");
        await Button(open, "Reveal message 1").ClickAsync();
        await Assertions.Expect(open.Page.Locator(".covered").First).ToBeVisibleAsync();
        (await open.Page.ContentAsync()).Should().NotContain("tell your mom");

        await Button(open, "Reveal the evidence in message 1").ClickAsync();
        await Assertions.Expect(open.Page.Locator("mark").First).ToContainTextAsync("dont tell your mom");
    }

    [Fact]
    public async Task Text_that_holds_html_or_script_is_shown_as_text()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, Hostile, view: "#/conversation/0");
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("<img src=x onerror=window.hit=1>");
        await Button(open, "Reveal message 1").ClickAsync();
        await Assertions.Expect(open.Page.Locator(".text")).ToContainTextAsync("<script>window.hit=1</script><img src=x onerror='window.hit=1'>");
        await open.GoAsync("#/queue");
        (await open.Page.Locator("#app img, #app script, #app b:not([class])").CountAsync()).Should().Be(0);
        (await open.Page.EvaluateAsync<bool>("() => window.hit === undefined")).Should().BeTrue();
        open.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_break_is_asked_for_and_taken()
    {
        string messages = string.Join(',', Enumerable.Range(0, 21).Select(i => $$"""{"sender":"a","text":"hello {{i}}"}"""));
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, $$"""{"id":"c1","messages":[{{messages}}]}""", view: "#/conversation/0");
        for (int i = 1; i <= 20; i++)
        {
            await Button(open, $"Reveal message {i}").ClickAsync();
            await Button(open, $"Hide message {i}").WaitForAsync();
        }

        await Assertions.Expect(open.Page.GetByText("20 revealed")).ToBeVisibleAsync();
        await Button(open, "I have had a break").ClickAsync();
        await Assertions.Expect(open.Page.Locator(".break")).ToHaveCountAsync(0);
    }

    private static ILocator Button(OpenWorkbench open, string name) => open.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
