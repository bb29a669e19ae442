using System.Net;
using System.Text.Json;
using NJsonSchema;

namespace ModerationService.Tests;

public sealed class ConversationTests : IAsyncLifetime
{
    private const string Two = """ "participants":[{"id":"a","age":{"band":"adult","provenance":"declared"}},{"id":"b","age":{"band":"13-15","provenance":"verified"}}] """;

    private readonly TemporaryFolder _folder = new();
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(_folder.File("state.db"));

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("*/*", false)]
    [InlineData("application/json, application/x-ndjson;q=0.1", false)]
    [InlineData("application/json, application/x-ndjson", false)]
    [InlineData("application/json;q=0.5, Application/X-NDJSON;q=0.6", true)]
    [InlineData("application/x-ndjson, */*", true)]
    [InlineData("application/x-ndjson;q=0", false)]
    [InlineData("application/json;q=0, */*", true)]
    [InlineData("application/x-ndjson-not", false)]
    public async Task Alerts_come_in_the_form_that_the_request_prefers(string? accept, bool lines)
    {
        await using var service = await RunningService.StartAsync("memory");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/alerts");
        request.Headers.TryAddWithoutValidation("Accept", accept is null ? [] : [accept]);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.Should().Be(lines ? "application/x-ndjson" : "application/json");
    }

    [Fact]
    public async Task A_message_is_answered_with_what_it_did_and_the_assessment_holds_it()
    {
        var answer = await _service.SendAsync("c1", $$"""{"id":"m1","sender":"a","text":"dont tell your mom ok",{{Two}}}""");
        answer.GetProperty("messages")[0].GetString().Should().Be("applied");
        answer.GetProperty("messageCount").GetInt32().Should().Be(1);
        answer.GetProperty("severity").GetString().Should().Be("low");
        var assessment = await _service.GetAsync("/v1/conversations/c1/assessment");
        assessment.GetProperty("risk").GetDouble().Should().Be(answer.GetProperty("risk").GetDouble());
        assessment.GetProperty("evidence")[0].GetProperty("ruleId").GetString().Should().Be("GS-SEC-001");
        (await Fits("assessment", assessment)).Should().BeTrue();
    }

    [Fact]
    public async Task A_message_that_comes_again_counts_once_and_an_edited_one_is_told()
    {
        const string Message = """{"id":"m1","sender":"a","text":"hello"}""";
        await _service.SendAsync("c1", Message);
        var again = await _service.SendAsync("c1", Message);
        again.GetProperty("messages")[0].GetString().Should().Be("duplicate");
        again.GetProperty("messageCount").GetInt32().Should().Be(1);
        var edited = await _service.SendAsync("c1", """{"id":"m1","sender":"a","text":"hello you"}""");
        edited.GetProperty("messages")[0].GetString().Should().Be("id-conflict");
    }

    [Fact]
    public async Task A_batch_is_applied_in_order_and_late_numbers_are_told()
    {
        var answer = await _service.SendAsync("c1", """
            {"messages":[{"id":"m1","sender":"a","text":"one","sequence":2},{"id":"m2","sender":"b","text":"two","sequence":1},{"id":"m1","sender":"a","text":"one","sequence":2}]}
            """);
        answer.GetProperty("messages").EnumerateArray().Select(m => m.GetString()).Should().Equal("applied", "applied-late", "duplicate");
        var assessment = await _service.GetAsync("/v1/conversations/c1/assessment");
        assessment.GetProperty("assumptions").EnumerateArray().Select(a => a.GetProperty("code").GetString()).Should().Contain("sequence-late");
    }

    [Fact]
    public async Task Any_text_is_taken()
    {
        string[] texts = ["", "\\ud800", "\\u0000\\b\\f\\n\\r\\t\\/\\\\\\\"", "😀 \\ud83d\\ude00", new('x', 30_000)];
        foreach (string text in texts)
        {
            await _service.SendAsync("c1", $$"""{"sender":"a","text":"{{text}}"}""");
        }

        (await _service.SendAsync("c1", """{"sender":"a","tags":["image","new-tag"]}""")).GetProperty("messageCount").GetInt32().Should().Be(texts.Length + 1);
    }

    [Fact]
    public async Task An_id_may_hold_what_a_path_has_to_escape()
    {
        const string Id = "chat: ä/b?#%";
        await _service.SendAsync(Id, """{"sender":"a","text":"hello"}""");
        var assessment = await _service.GetAsync($"/v1/conversations/{Uri.EscapeDataString(Id)}/assessment");
        assessment.GetProperty("conversationId").GetString().Should().Be(Id);
        using var other = await _service.Client.GetAsync($"/v1/conversations/{Uri.EscapeDataString(Id.Replace("/", "%2F", StringComparison.Ordinal))}/assessment", TestContext.Current.CancellationToken);
        other.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_time_without_an_offset_is_UTC_by_assumption()
    {
        await _service.SendAsync("c1", """{"sender":"a","text":"hello","time":"2026-01-05T12:00:00"}""");
        await _service.SendAsync("c2", """{"sender":"a","text":"hello","time":"2026-01-05T12:00:00+02:00"}""");
        (await Assumptions("c1")).Should().Contain("time-offset-assumed");
        (await Assumptions("c2")).Should().NotContain("time-offset-assumed");
    }

    [Fact]
    public async Task A_tag_that_is_not_known_is_stated_among_the_assumptions()
    {
        await _service.SendAsync("c1", """{"sender":"a","text":"hello","tags":["image","new-tag"]}""");
        await _service.SendAsync("c2", """{"sender":"a","text":"hello","tags":["image"]}""");
        (await Assumptions("c1")).Should().Contain("tag-unknown");
        (await Assumptions("c2")).Should().NotContain("tag-unknown");
    }

    [Fact]
    public async Task Alerts_are_read_behind_a_cursor_as_often_as_one_likes()
    {
        foreach (string id in new[] { "c1", "c2", "c3" })
        {
            var answer = await _service.SendAsync(id, $$"""{"messages":[{"sender":"a","text":"dont tell your mom ok"},{"sender":"a","text":"send me a pic"}],{{Two}}}""");
            answer.GetProperty("alertRaised").GetBoolean().Should().BeTrue();
        }

        var all = await _service.GetAsync("/v1/alerts?after=0");
        all.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("idempotencyKey").GetString()).Should().Equal("c1/review/2", "c2/review/2", "c3/review/2");
        (await _service.GetAsync("/v1/alerts")).GetRawText().Should().Be(all.GetRawText());
        var first = await _service.GetAsync("/v1/alerts?after=0&limit=1");
        var rest = await _service.GetAsync($"/v1/alerts?after={first.GetProperty("next").GetInt64()}");
        rest.GetProperty("alerts").GetArrayLength().Should().Be(2);
        var end = await _service.GetAsync($"/v1/alerts?after={rest.GetProperty("next").GetInt64()}");
        end.GetProperty("alerts").GetArrayLength().Should().Be(0);
        end.GetProperty("next").GetInt64().Should().Be(rest.GetProperty("next").GetInt64());

        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/alerts") { Headers = { { "Accept", "application/x-ndjson" } } };
        using var lines = await _service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        string[] ndjson = (await lines.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        ndjson.Select(l => JsonElement.Parse(l).GetRawText()).Should().Equal(all.GetProperty("alerts").EnumerateArray().Select(a => a.GetRawText()));
    }

    [Fact]
    public async Task What_was_said_to_several_is_seen_together_until_it_is_erased()
    {
        for (int i = 0; i < 3; i++)
        {
            await _service.SendAsync($"c{i}", $$$"""
                {"messages":[{"sender":"a","text":"dont tell your mom ok"},{"sender":"a","text":"send me a pic"}],
                 "participants":[{"id":"a","age":{"band":"adult"}},{"id":"b{{{i}}}","age":{"band":"13-15"}}]}
                """);
        }

        var three = await _service.GetAsync("/v1/participants/a/assessment");
        (await Fits("participant-assessment", three)).Should().BeTrue();
        three.GetProperty("reached").GetProperty("value").GetInt32().Should().Be(3);
        three.GetProperty("severity").GetString().Should().Be("review");

        using var erased = await _service.Client.DeleteAsync("/v1/conversations/c1", TestContext.Current.CancellationToken);
        erased.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await _service.GetAsync("/v1/participants/a/assessment")).GetProperty("reached").GetProperty("value").GetInt32().Should().Be(2);
        (await _service.GetAsync("/v1/alerts")).GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("conversationId").GetString()).Should().Equal("c0", "c2");
        using var gone = await _service.Client.GetAsync("/v1/conversations/c1/assessment", TestContext.Current.CancellationToken);
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_that_was_acknowledged_is_there_after_a_restart()
    {
        await _service.SendAsync("c1", $$"""{"messages":[{"sender":"a","text":"dont tell your mom ok"},{"sender":"a","text":"send me a pic"}],{{Two}}}""");
        string[] paths = ["/v1/conversations/c1/assessment", "/v1/participants/a/assessment", "/v1/alerts"];
        var before = new List<string>();
        foreach (string path in paths)
        {
            before.Add((await _service.GetAsync(path)).GetRawText());
        }

        await _service.DisposeAsync();
        _service = await RunningService.StartAsync(_folder.File("state.db"));
        for (int i = 0; i < paths.Length; i++)
        {
            (await _service.GetAsync(paths[i])).GetRawText().Should().Be(before[i]);
        }
    }

    private async Task<IEnumerable<string?>> Assumptions(string conversation) =>
        (await _service.GetAsync($"/v1/conversations/{conversation}/assessment")).GetProperty("assumptions").EnumerateArray().Select(a => a.GetProperty("code").GetString());

    private static async Task<bool> Fits(string schema, JsonElement json) =>
        (await JsonSchema.FromJsonAsync(
            await File.ReadAllTextAsync(RepositoryFile.Path($"data-schemas/{schema}.schema.json"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken))
            .Validate(json.GetRawText()).Count == 0;
}
