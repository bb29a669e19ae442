using System.Net;
using System.Text;
using System.Text.Json;
using static ModerationService.Tests.Refused;

namespace ModerationService.Tests;

/// <summary>The table of bad requests: each has its status and code, says what to do, and quotes nothing of what was sent.</summary>
public sealed class BadRequestTests
{
    public static TheoryData<string, string> BadBodies => new()
    {
        { $$"""{"sender":"a","text":"{{Canary}}" """, "bad-json" },
        { $$"""{"sender":"a","{{Canary}}":1}""", "bad-json" },
        { $$"""{"sender":"a","text":"{{Canary}}","text":"x"}""", "bad-json" },
        { $$"""{"sender":{"{{Canary}}":1} }""", "bad-json" },
        { $$"""{"sender":"a","text":["{{Canary}}"]}""", "bad-json" },
        { $$"""{"sender":"a","text":"{{Canary}}","time":20260105}""", "bad-time" },
        { $$"""{"sender":"a","time":"{{Canary}}"}""", "bad-time" },
        { $$"""{"sender":"a","text":"{{Canary}}","time":2026-01-05}""", "bad-json" },
        { """{"sender":"a"}""", "no-text" },
        { """{"sender":"a","text":null,"tags":[]}""", "no-text" },
        { $$"""{"messages":[{"sender":"a","text":"{{Canary}}"},{"sender":"a"}]}""", "no-text" },
        { $$"""{"sender":"a","text":"{{Canary}}","tags":["image",null]}""", "bad-tag" },
        { $$"""["{{Canary}}"]""", "bad-json" },
        { $$"""{{Canary}}""", "bad-json" },
        { "null", "bad-json" },
        { "", "bad-json" },
        { $$"""{"sender":"\ud800","text":"{{Canary}}"}""", "bad-json" },
        { $$"""{"text":"{{Canary}}"}""", "no-sender" },
        { $$"""{"sender":"","text":"{{Canary}}"}""", "no-sender" },
        { $$"""{"sender":"a","id":"","text":"{{Canary}}"}""", "bad-value" },
        { $$"""{"sender":"{{new string('x', 257)}}","text":"{{Canary}}"}""", "bad-value" },
        { $$"""{"sender":"a","text":"{{Canary}}","sequence":-1}""", "bad-sequence" },
        { """{"sender":"a","participants":[{"id":"a","age":{"band":"12"}}]}""", "bad-age-band" },
        { """{"sender":"a","participants":[{"id":"a","age":{"band":"adult","provenance":"guessed"}}]}""", "bad-age-provenance" },
        { """{"sender":"a","participants":[{"age":{"band":"adult"}}]}""", "bad-participant" },
        { """{"sender":"a","text":"x","participants":[{"id":"a"},{"id":"a"}]}""", "bad-value" },
        { $$"""{"sender":"a","text":"{{Canary}}","time":"2999-01-01T00:00:00Z"}""", "clock-skew" },
        { $$"""{"sender":"a","messages":[{"sender":"a","text":"{{Canary}}"}]}""", "bad-batch" },
        { """{"messages":[]}""", "bad-value" },
        { """{"messages":[null]}""", "bad-batch" },
        { $$"""{"messages":[{"sender":"a","messages":[{"sender":"a","text":"{{Canary}}"}]}]}""", "bad-batch" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_body_that_is_not_usable_is_refused_whole(string body, string code)
    {
        await using var service = await RunningService.StartAsync("memory");
        using var response = await service.PostAsync("c1", body);
        await Problem(response, HttpStatusCode.BadRequest, code);
        using var unknown = await service.Client.GetAsync("/v1/conversations/c1/assessment", TestContext.Current.CancellationToken);
        await Problem(unknown, HttpStatusCode.NotFound, "unknown-conversation");
        service.Logs.Lines.Should().NotContain(l => l.Contains(Canary, StringComparison.Ordinal));
    }

    public static TheoryData<string, string> PlacedProblems => new()
    {
        { """{"messages":[{"sender":"a","text":"x"},{"sender":"a"}]}""", "messages[1] has neither 'text' nor 'tags'" },
        { """{"messages":[{"sender":"a","text":"x"},{"text":"x"}]}""", "messages[1] has no 'sender'" },
        { """{"messages":[{"sender":"a","text":"x","tags":[null]}]}""", "messages[0] has a tag that is null" },
        { """{"messages":[{"sender":"a","text":"x"},{"sender":"a","text":"x","time":"noon"}]}""", "'messages[1].time' is no time" },
        { """{"sender":"a","text":"x","time":"noon"}""", "'time' is no time" },
        { """{"sender":"a","text":"x","sequence":"7"}""", "'sequence'" },
        { """{"sender":7,"text":"x"}""", "'sender'" },
        { """{"messages":{"sender":"a"}}""", "'messages'" },
        { """{"sender":"a","text":"x","participants":[{"id":"a","age":{"band":13}}]}""", "'participants[0].age.band'" },
        { $$$"""{"sender":"a","text":"x","participants":[{"id":"a","age":{"{{{Canary}}}":13}}]}""", "'participants[0].age' holds a field that is not known. Known are band, provenance." },
        { $$"""{"sender":"a","{{Canary}} ]":"x"}""", "The body holds a field that is not known" },
        { """{"sender":"a","text":"x","text":"x"}""", "'text' is not usable" },
        { """{"sender":"a","text":"x","time":null,"time":null}""", "'time' is not usable" },
        { """{"sender":"a","text":"x","band":"adult"}""", "The body holds a field that is not known" },
        { """{"messages":[{"sender":"a","text":"x","band":"adult"}]}""", "Known are id, sender, time, text, tags, sequence. Look" },
        { """["x"]""", "The body must be an object" },
        { """{"messages":[["x"]]}""", "'messages[0]' is not usable" },
        { """{"messages":[{"sender":"a","text":"x"},{"sender":"a","text":"x","id":""}]}""", "messages[1]: the message id is empty" },
        { """{"sender":"a","text":"x","participants":[{"id":"a"},{"id":"a"}]}""", "participants[1] has the id of participants[0]" },
        { """{"sender":"a","text":"x" """, "line 1, byte 26" },
        { "{\n\"sender\":\"a\",\n\"text\":x}", "line 3, byte 8" },
    };

    [Theory]
    [MemberData(nameof(PlacedProblems))]
    public async Task What_is_wrong_in_a_body_is_told_with_its_place(string body, string place)
    {
        await using var service = await RunningService.StartAsync("memory");
        using var response = await service.PostAsync("c1", body);
        string raw = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        raw.Should().NotContain("\\u00", "people read it too");
        var problem = JsonElement.Parse(raw);
        string told = problem.GetProperty("title").GetString() + " " + (problem.TryGetProperty("detail", out var detail) ? detail.GetString() : "");
        told.Should().Contain(place).And.NotContain(Canary);
    }

    [Fact]
    public async Task An_oversized_body_is_refused_however_it_comes()
    {
        await using var service = await RunningService.StartAsync("memory", null, "--Service:BodyBytes", "1000");
        string large = $$"""{"sender":"a","text":"{{new string('x', 2000)}}"}""";
        using var declared = await service.PostAsync("c1", large);
        await Problem(declared, HttpStatusCode.RequestEntityTooLarge, "too-large");

        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/v1/conversations/c1/messages") { Content = RunningService.Json(large) };
        chunked.Headers.TransferEncodingChunked = true;
        using var response = await service.Client.SendAsync(chunked, TestContext.Current.CancellationToken);
        await Problem(response, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Another_tenant_sees_nothing_and_changes_nothing()
    {
        await using var service = await RunningService.StartAsync("memory");
        await service.SendAsync("c1", """
            {"messages":[{"sender":"a","text":"dont tell your mom ok"},{"sender":"a","text":"send me a pic"}],
             "participants":[{"id":"a","age":{"band":"adult"}},{"id":"b","age":{"band":"13-15"}}]}
            """);
        foreach (string path in new[] { "/v1/conversations/c1/assessment", "/v1/participants/a/assessment" })
        {
            using var seen = await service.Stranger.GetAsync(path, TestContext.Current.CancellationToken);
            seen.StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        using var erased = await service.Stranger.DeleteAsync("/v1/conversations/c1", TestContext.Current.CancellationToken);
        await Problem(erased, HttpStatusCode.NotFound, "unknown-conversation");
        (await service.GetAsync("/v1/alerts", service.Stranger)).GetProperty("alerts").GetArrayLength().Should().Be(0);
        using var same = await service.PostAsync("c1", Good, service.Stranger);
        JsonElement.Parse(await same.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("messageCount").GetInt32().Should().Be(1);
        (await service.GetAsync("/v1/alerts")).GetProperty("alerts").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gs")]
    [InlineData("gs..")]
    [InlineData("gs.000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("own id, another secret")]
    [InlineData("own key, one character more")]
    public async Task Who_has_no_key_gets_nowhere(string? key)
    {
        await using var service = await RunningService.StartAsync("memory");
        key = key switch
        {
            "own id, another secret" => RunningService.Key[..^1] + (RunningService.Key[^1] == 'A' ? 'B' : 'A'),
            "own key, one character more" => RunningService.Key + "A",
            _ => key,
        };
        using var client = service.ClientOf(null);
        if (key is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "/v1/conversations/c1/messages"), (HttpMethod.Get, "/v1/conversations/c1/assessment"), (HttpMethod.Get, "/v1/participants/a/assessment"),
            (HttpMethod.Delete, "/v1/conversations/c1"), (HttpMethod.Get, "/v1/alerts"),
        })
        {
            using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Post ? RunningService.Json(Good) : null };
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            await Problem(response, HttpStatusCode.Unauthorized, "no-key");
            response.Headers.WwwAuthenticate.Should().ContainSingle();
        }
    }

    [Fact]
    public async Task A_key_may_come_in_a_header_of_its_own()
    {
        await using var service = await RunningService.StartAsync("memory");
        using var client = service.ClientOf(null);
        client.DefaultRequestHeaders.Add("X-Api-Key", RunningService.Key);
        using var response = await service.PostAsync("c1", Good, client);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/v1/conversations/c1/assessment", "unknown-conversation")]
    [InlineData("/v1/participants/p1/assessment", "unknown-participant")]
    public async Task What_there_is_not_is_not_found(string path, string code)
    {
        await using var service = await RunningService.StartAsync("memory");
        using var response = await service.Client.GetAsync(path, TestContext.Current.CancellationToken);
        await Problem(response, HttpStatusCode.NotFound, code);
    }

    [Fact]
    public async Task Where_participants_are_not_followed_a_question_for_one_says_so()
    {
        await using var service = await RunningService.StartAsync("memory", null, "--GroomingSignals:FollowParticipants", "false");
        using var response = await service.Client.GetAsync("/v1/participants/p1/assessment", TestContext.Current.CancellationToken);
        await Problem(response, HttpStatusCode.NotFound, "not-followed");
    }

    [Theory]
    [InlineData("after=-1")]
    [InlineData("after=x")]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=1&limit=2")]
    [InlineData("afer=3")]
    public async Task A_query_that_is_not_usable_is_refused(string query)
    {
        await using var service = await RunningService.StartAsync("memory");
        using var response = await service.Client.GetAsync($"/v1/alerts?{query}", TestContext.Current.CancellationToken);
        await Problem(response, HttpStatusCode.BadRequest, "bad-query");
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("state.db")]
    public async Task A_cursor_beyond_the_end_of_the_outbox_is_refused_with_the_end(string store)
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(store == "memory" ? store : folder.File(store));
        using var none = await service.Client.GetAsync("/v1/alerts?after=1", TestContext.Current.CancellationToken);
        await Problem(none, HttpStatusCode.BadRequest, "bad-cursor");
        await service.SendAsync("c1", """
            {"messages":[{"sender":"a","text":"dont tell your mom ok"},{"sender":"a","text":"send me a pic"}],
             "participants":[{"id":"a","age":{"band":"adult"}},{"id":"b","age":{"band":"13-15"}}]}
            """);
        long end = (await service.GetAsync("/v1/alerts")).GetProperty("next").GetInt64();
        using var erased = await service.Client.DeleteAsync("/v1/conversations/c1", TestContext.Current.CancellationToken);
        (await service.GetAsync($"/v1/alerts?after={end}")).GetProperty("next").GetInt64().Should().Be(end, "a cursor that was read stays good when its alert is erased");
        using var beyond = await service.Client.GetAsync($"/v1/alerts?after={end + 1}", TestContext.Current.CancellationToken);
        string told = await beyond.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await Problem(beyond, HttpStatusCode.BadRequest, "bad-cursor");
        told.Should().Contain($"ends at {end}");
    }

    [Theory]
    [InlineData("GET", "/v2/alerts", 404, "unknown-path", null)]
    [InlineData("GET", "/v1/conversations/c1", 405, "bad-method", "DELETE")]
    [InlineData("GET", "/v1/conversations/c1/messages", 405, "bad-method", "POST")]
    [InlineData("PUT", "/v1/conversations/c1/messages", 405, "bad-method", "POST")]
    [InlineData("DELETE", "/v1/alerts", 405, "bad-method", "GET, HEAD")]
    [InlineData("POST", "/", 405, "bad-method", "GET, HEAD")]
    public async Task A_path_or_a_method_that_there_is_not_is_told_as_a_problem(string method, string path, int status, string code, string? allowed)
    {
        await using var service = await RunningService.StartAsync("memory");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Problem(response, (HttpStatusCode)status, code);
        response.Content.Headers.Allow.Should().Equal(allowed is null ? [] : allowed.Split(", "));
    }

    [Fact]
    public async Task What_is_not_JSON_by_its_type_is_refused()
    {
        await using var service = await RunningService.StartAsync("memory");
        using var content = new StringContent(Good, Encoding.UTF8, "text/plain");
        using var response = await service.Client.PostAsync("/v1/conversations/c1/messages", content, TestContext.Current.CancellationToken);
        await Problem(response, HttpStatusCode.UnsupportedMediaType, "not-json");
    }

    [Theory]
    [InlineData("application/json", null, null)]
    [InlineData("APPLICATION/JSON ; Charset=\"UTF-8\"; v=1", "identity", null)]
    [InlineData("application/json; charset=utf-16", null, "bad-charset")]
    [InlineData("application/json;charset=iso-8859-1", null, "bad-charset")]
    [InlineData("application/jsonp", null, "not-json")]
    [InlineData("application/json", "gzip", "bad-encoding")]
    [InlineData("application/json; charset=utf-8", "identity, br", "bad-encoding")]
    public async Task A_body_in_another_encoding_or_charset_is_refused_by_its_name(string type, string? encoding, string? code)
    {
        await using var service = await RunningService.StartAsync("memory");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        using var response = await service.Client.PostAsync("/v1/conversations/c1/messages", content, TestContext.Current.CancellationToken);
        if (code is null)
        {
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            return;
        }

        await Problem(response, HttpStatusCode.UnsupportedMediaType, code);
    }

    [Theory]
    [InlineData("application/json; charset=utf8")]
    [InlineData("application/json;charset=\"UTF8\"")]
    public async Task UTF_8_may_be_spelled_without_its_hyphen(string type)
    {
        await using var service = await RunningService.StartAsync("memory");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var client = new HttpClient { BaseAddress = service.Address, DefaultRequestHeaders = { { "X-Api-Key", RunningService.Key } } };
        using var response = await client.PostAsync("/v1/conversations/c1/messages", content, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        await using var service = await RunningService.StartAsync("memory");
        using var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]) { Headers = { { "Content-Type", "application/json" } } };
        using var client = new HttpClient { BaseAddress = service.Address, DefaultRequestHeaders = { { "X-Api-Key", RunningService.Key } } };
        using var response = await client.PostAsync("/v1/conversations/c1/messages", content, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("%zz")]
    [InlineData("a%2")]
    [InlineData("100%")]
    [InlineData("%FF")]
    [InlineData("a%2Fb%FF")]
    [InlineData("%C3%28")]
    [InlineData("%ED%A0%80")]
    public async Task An_id_whose_escapes_mean_nothing_is_refused_and_is_not_that_which_is_spelt_like_it(string written)
    {
        await using var service = await RunningService.StartAsync("memory");
        await service.SendAsync(written, Good);
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, $"/v1/conversations/{written}/messages"), (HttpMethod.Get, $"/v1/conversations/{written}/assessment"),
            (HttpMethod.Get, $"/v1/participants/{written}/assessment"), (HttpMethod.Delete, $"/v1/conversations/{written}"),
        })
        {
            using var response = await AsWrittenAsync(service, method, path);
            await Problem(response, HttpStatusCode.BadRequest, "bad-id");
        }

        (await service.GetAsync($"/v1/conversations/{Uri.EscapeDataString(written)}/assessment")).GetProperty("conversationId").GetString().Should().Be(written);
    }

    [Theory]
    [InlineData("/v1/conversations/a%2fb%25/assessment")]
    [InlineData("/v1/./conversations/x/../a%2fb%25/assessment")]
    public async Task An_id_with_escapes_is_read_whatever_stands_before_it_in_the_path(string path)
    {
        await using var service = await RunningService.StartAsync("memory");
        await service.SendAsync("a/b%", Good);
        using var response = await AsWrittenAsync(service, HttpMethod.Get, path);
        if (path.Contains("..", StringComparison.Ordinal))
        {
            await Problem(response, HttpStatusCode.BadRequest, "bad-id");
            return;
        }

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Sends a path byte for byte: a client's own addresses mend what is wrong in them.</summary>
    private static async Task<HttpResponseMessage> AsWrittenAsync(RunningService service, HttpMethod method, string path)
    {
        var address = new Uri(service.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var client = new HttpClient { DefaultRequestHeaders = { { "X-Api-Key", RunningService.Key } } };
        using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Post ? RunningService.Json(Good) : null };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
