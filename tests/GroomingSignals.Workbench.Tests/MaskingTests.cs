using System.Text.Json;

namespace GroomingSignals.Workbench.Tests;

/// <summary>No text of a message leaves the process before somebody asks for that message.</summary>
public sealed class MaskingTests
{
    private const string Canary = "zq-canary";
    private const string Cue = "dont tell your mom ok";

    private static readonly string Data = $$$"""
        {"id":"c1","participants":[{"id":"ann","age":{"band":"adult"}},{"id":"bo","age":{"band":"13-15"}}],"label":1,"messages":[{"id":"m1","sender":"ann","text":"hello {{{Canary}}}-one"},{"id":"m2","sender":"bo","text":"{{{Canary}}}-two"},{"id":"m3","sender":"ann","text":"{{{Canary}}}-three {{{Cue}}} {{{Canary}}}-four"}]}
        {"id":"c2","label":0,"messages":[{"id":"m1","sender":"x","text":"{{{Canary}}}-five"}]}
        {"id":"c2","messages":[{"sender":"x","text":"{{{Canary}}}-refused"}]}
        {"id":"c3","messages":[{"sender":"x","text":"{{{Canary}}}-broken"
        """;

    [Fact]
    public async Task No_answer_holds_text_before_a_reveal()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(Data);
        List<string> answers = [];
        foreach ((string name, string? body) in new (string, string?)[]
        {
            ("state", null),
            ("queue", """{"thresholds":{"adult-to-minor":{"review":0.01,"urgent":0.02}},"filter":null,"offset":0,"count":200}"""),
            ("curve", """{"track":"adult-to-minor","thresholds":null,"workload":null}"""),
            ("point", """{"track":"adult-to-minor","thresholds":null,"workload":null}"""),
            ("conversation", """{"index":0,"thresholds":null}"""),
            ("conversation", """{"index":1,"thresholds":null}"""),
            ("reveal", """{"index":0,"message":99,"evidence":true}"""),
            ("reveal", """{"index":99,"message":0,"evidence":true}"""),
            ("save", """{"thresholds":null,"reason":"a test","author":null}"""),
            ("break", "{}"),
        })
        {
            using HttpResponseMessage response = await open.SendAsync("api/" + name, body);
            answers.Add(await response.Content.ReadAsStringAsync(Test.Stop));
        }

        answers.Should().OnlyContain(a => a.Length > 0).And.NotContain(a => a.Contains(Canary) || a.Contains(Cue));
        answers[0].Should().Contain("\"unread\":2");
        (await File.ReadAllTextAsync(open.SavedPolicy, Test.Stop)).Should().NotContain(Canary);
    }

    [Fact]
    public async Task A_reveal_gives_that_message_and_no_other()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(Data);
        JsonElement revealed = await open.CallAsync("reveal", """{"index":0,"message":1,"evidence":true}""");
        Text(revealed).Should().Be(Canary + "-two");
        revealed.GetRawText().Should().NotContain("-one").And.NotContain("-three").And.NotContain("-five");
    }

    [Fact]
    public async Task Evidence_stays_masked_until_it_is_asked_for()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(Data);
        JsonElement first = await open.CallAsync("reveal", """{"index":0,"message":2,"evidence":false}""");
        Text(first).Should().Contain("-three").And.Contain("-four").And.NotContain("tell your mom");
        JsonElement covered = first.GetProperty("pieces").EnumerateArray().First(p => p.GetProperty("text").ValueKind == JsonValueKind.Null);
        covered.GetProperty("tactics").EnumerateArray().Select(t => t.GetString()).Should().Contain("secrecy");

        JsonElement second = await open.CallAsync("reveal", """{"index":0,"message":2,"evidence":true}""");
        Text(second).Should().Be($"{Canary}-three {Cue} {Canary}-four");
    }

    [Fact]
    public async Task Evidence_whose_place_was_evicted_from_the_state_is_masked_all_the_same()
    {
        string messages = string.Join(',', Enumerable.Range(0, 80).Select(i => $$"""{"id":"m{{i}}","sender":"ann","text":"{{Cue}}"}"""));
        string data = $$$"""{"id":"c1","participants":[{"id":"ann","age":{"band":"adult"}},{"id":"bo","age":{"band":"13-15"}}],"messages":[{{{messages}}},{"id":"last","sender":"bo","text":"hi"}]}""";
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(data);
        JsonElement view = await open.CallAsync("conversation", """{"index":0,"thresholds":null}""");
        view.GetProperty("assessment").GetProperty("evidence").EnumerateArray().Sum(e => e.GetProperty("earlier").GetInt32()).Should().BePositive("places were evicted");

        for (int message = 0; message < 80; message++)
        {
            Text(await open.CallAsync("reveal", $$"""{"index":0,"message":{{message}},"evidence":false}""")).Should().NotContain("tell your mom", "message {0}", message);
        }
    }

    [Fact]
    public async Task Hostile_text_is_data_and_what_hides_is_written_out()
    {
        const string data = """{"id":"<img src=x onerror=alert(1)>","messages":[{"sender":"<b>x</b>","text":"<script>alert(1)</script>\u202e\ud800\u0000end"}]}""";
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(data);
        JsonElement revealed = await open.CallAsync("reveal", """{"index":0,"message":0,"evidence":true}""");
        Text(revealed).Should().Be(@"<script>alert(1)</script>\u{202E}\u{D800}\u{0000}end");
        using HttpResponseMessage response = await open.SendAsync("api/reveal", """{"index":0,"message":0,"evidence":true}""");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        (await response.Content.ReadAsStringAsync(Test.Stop)).Should().NotContain("<script", "JSON that is read as a page holds no tag either");
    }

    private static string Text(JsonElement revealed) => string.Concat(revealed.GetProperty("pieces").EnumerateArray().Select(p => p.GetProperty("text").GetString() ?? "\u2588"));
}
