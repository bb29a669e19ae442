using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GroomingSignals.Conversations;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ModerationService.Tests;

/// <summary>The OpenAPI document is true. Beside these, the clients of all tests compare every answer with it (<see cref="ContractHandler"/>).</summary>
public sealed partial class ApiDocumentTests : IAsyncLifetime
{
    private const string Two = """ "participants":[{"id":"a","age":{"band":"adult","provenance":"declared"}},{"id":"b","age":{"band":"13-15"}}] """;

    private RunningService _service = null!;
    private JsonElement _document;

    public static TheoryData<string, bool> Bodies => new()
    {
        { """{"sender":"a","text":"x"}""", true },
        { """{"sender":"a","text":""}""", true },
        { """{"sender":"a","tags":["image"]}""", true },
        { """{"sender":"a","text":null,"tags":["new-tag"]}""", true },
        { $$"""{"id":"1","sender":"a","text":"x","time":"2026-01-05T12:00:00Z","tags":["like"],"sequence":0,{{Two}}}""", true },
        { """{"id":null,"sender":"a","text":"x","time":null,"tags":null,"sequence":null,"participants":null}""", true },
        { """{"sender":"a","text":"x","participants":[{"id":"a","age":null,"role":"parent"},{"id":"b","age":{"band":null,"provenance":null},"role":null}]}""", true },
        { $$"""{"messages":[{"sender":"a","text":"x"},{"id":"2","sender":"b","tags":["call"],"sequence":7}],{{Two}}}""", true },
        { """{"messages":[{"sender":"a","text":"x"}],"participants":null}""", true },
        { "{}", false },
        { "[]", false },
        { "null", false },
        { """{"text":"x"}""", false },
        { """{"sender":"","text":"x"}""", false },
        { """{"sender":1,"text":"x"}""", false },
        { """{"sender":"a"}""", false },
        { """{"sender":"a","text":null}""", false },
        { """{"sender":"a","tags":[]}""", false },
        { """{"sender":"a","tags":[null]}""", false },
        { """{"sender":"a","text":"x","tags":"like"}""", false },
        { """{"sender":"a","text":1}""", false },
        { """{"sender":"a","text":"x","id":""}""", false },
        { """{"sender":"a","text":"x","id":7}""", false },
        { """{"sender":"a","text":"x","sequence":"7"}""", false },
        { """{"sender":"a","text":"x","sequence":-1}""", false },
        { """{"sender":"a","text":"x","sequence":1.5}""", false },
        { """{"sender":"a","text":"x","time":{}}""", false },
        { """{"sender":"a","text":"x","time":1767614400}""", false },
        { """{"sender":"a","text":"x","time":"noon"}""", false },
        { """{"sender":"a","text":"x","unknown":1}""", false },
        { """{"sender":"a","text":"x","participants":[{"age":{"band":"adult"}}]}""", false },
        { """{"sender":"a","text":"x","participants":[null]}""", false },
        { """{"sender":"a","text":"x","participants":[{"id":"a","name":"x"}]}""", false },
        { """{"sender":"a","text":"x","participants":[{"id":"a","age":{"band":"12"}}]}""", false },
        { """{"sender":"a","text":"x","participants":[{"id":"a","age":{"provenance":"guessed"}}]}""", false },
        { """{"sender":"a","text":"x","participants":[{"id":"a","age":13}]}""", false },
        { """{"messages":[]}""", false },
        { """{"messages":[null]}""", false },
        { """{"messages":[{"sender":"a"}]}""", false },
        { """{"messages":[{"sender":"a","text":"x","participants":[]}]}""", false },
        { """{"sender":"a","text":"x","messages":[{"sender":"a","text":"x"}]}""", false },
    };

    public static TheoryData<string> Times =>
    [
        "2026-01-05", "2026-01-05T12:00", "2026-01-05T12:00Z", "2026-01-05T12:00:01", "2026-01-05T12:00:01.5Z", "2026-01-05T12:00:01.1234567+02:00", "2026-01-05T12:00+02:00",
        "2026-01-05 12:00", "2026-01-05t12:00:00z", "2026-01-05T12:00:00+0200", "2026-01-05T12:00:00+02", "2026-01-05T12", "20260105", "2026-1-5", "05.01.2026", "2026-01-05T12:00:00,5Z", "",
    ];

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync("memory");
        _document = await _service.GetAsync("/openapi/v1.json", _service.Nobody);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public void It_describes_every_route_but_the_page_and_no_other()
    {
        var routes = _service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => $"{m} {e.RoutePattern.RawText}"));
        var described = _document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}"));
        described.Should().BeEquivalentTo(routes.Except(["GET /", "GET /page.css", "GET /page.js", "GET /openapi/v1.json"]));
    }

    [Fact]
    public void What_needs_a_key_says_so_and_every_failure_is_named()
    {
        _document.GetProperty("openapi").GetString().Should().StartWith("3.1");
        foreach (var path in _document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Select(o => o.Value))
            {
                bool open = operation.TryGetProperty("security", out var security) && security.GetArrayLength() == 0;
                open.Should().Be(!path.Name.StartsWith("/v1/", StringComparison.Ordinal), path.Name);
                operation.GetProperty("summary").GetString().Should().NotBeNullOrEmpty();
                string[] statuses = [.. operation.GetProperty("responses").EnumerateObject().Select(r => r.Name)];
                if (!open)
                {
                    statuses.Should().Contain(["400", "401", "429", "500"], path.Name);
                    statuses.Contains("504").Should().Be(path.Name.EndsWith("assessment", StringComparison.Ordinal) || path.Name.EndsWith("alerts", StringComparison.Ordinal), path.Name);
                }
            }
        }

        Append.GetProperty("responses").EnumerateObject().Select(r => r.Name).Should().Equal("200", "400", "401", "408", "413", "415", "429", "500", "503", "507");
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_is_taken_when_it_is_as_described_and_refused_when_not(string body, bool good)
    {
        using var client = new HttpClient { BaseAddress = _service.Address, DefaultRequestHeaders = { { "X-Api-Key", RunningService.Key } } };
        using var response = await _service.PostAsync("c1", body, client);
        response.StatusCode.Should().Be(good ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
        (_service.Contract.RequestProblems(Append, body).Count == 0).Should().Be(good);
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task A_time_is_taken_when_it_has_the_pattern(string time)
    {
        string body = $$"""{"sender":"a","text":"x","time":"{{time}}"}""";
        using var client = new HttpClient { BaseAddress = _service.Address, DefaultRequestHeaders = { { "X-Api-Key", RunningService.Key } } };
        using var response = await _service.PostAsync("c1", body, client);
        (_service.Contract.RequestProblems(Append, body).Count == 0).Should().Be(response.StatusCode == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("POST", "/v1/conversations/c0/messages")]
    [InlineData("GET", "/v1/conversations/c0/assessment")]
    [InlineData("GET", "/v1/participants/a/assessment")]
    [InlineData("GET", "/v1/alerts")]
    [InlineData("GET", "/v1/nothing")]
    [InlineData("GET", "/health/ready")]
    [InlineData("GET", "/live")]
    public async Task A_field_that_is_missing_or_made_up_is_not_as_described(string method, string path)
    {
        const string Talk = $$"""{"messages":[{"sender":"a","text":"dont tell your mom ok"},{"sender":"a","text":"send me a pic"}],{{Two}}}""";
        await _service.SendAsync("c0", Talk);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? RunningService.Json(Talk) : null };
        using var client = new HttpClient { BaseAddress = _service.Address, DefaultRequestHeaders = { { "X-Api-Key", RunningService.Key } } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Func<string, IReadOnlyList<string>> problems = path == "/v1/nothing"
            ? json => _service.Contract.Problems("Problem", json)
            : json => _service.Contract.Problems(_service.Contract.Operation(method, path)!.Value, response.StatusCode, response.Content.Headers.ContentType!.MediaType, json);
        problems(body).Should().BeEmpty();
        foreach (string field in JsonElement.Parse(body).EnumerateObject().Select(p => p.Name).Where(n => n != "detail"))
        {
            var without = JsonNode.Parse(body)!.AsObject();
            without.Remove(field);
            problems(without.ToJsonString()).Should().NotBeEmpty($"'{field}' is always there");
            var wrong = JsonNode.Parse(body)!.AsObject();
            wrong[field] = new JsonArray(new JsonArray());
            problems(wrong.ToJsonString()).Should().NotBeEmpty($"'{field}' is no array of arrays");
        }

        var more = JsonNode.Parse(body)!.AsObject();
        more["madeUp"] = 1;
        problems(more.ToJsonString()).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("Assessment", "assessment")]
    [InlineData("ParticipantAssessment", "participant-assessment")]
    public async Task Assessments_are_described_by_the_published_schemas(string component, string file)
    {
        var published = JsonNode.Parse(await File.ReadAllTextAsync(RepositoryFile.Path($"data-schemas/{file}.schema.json"), TestContext.Current.CancellationToken))!.AsObject();
        published.Remove("$schema");
        var served = JsonNode.Parse(_document.GetProperty("components").GetProperty("schemas").GetProperty(component).GetRawText());
        JsonNode.DeepEquals(served, published).Should().BeTrue();
    }

    [Fact]
    public void Names_are_those_of_the_code_and_codes_those_of_the_README()
    {
        var schemas = _document.GetProperty("components").GetProperty("schemas");
        Enum(schemas.GetProperty("Alert").GetProperty("properties").GetProperty("tactics").GetProperty("items")).Should().Equal(Taxonomy.Tactics.Select(t => t.Id));
        string readme = File.ReadAllText(RepositoryFile.Path("samples/ModerationService/README.md"));
        int from = readme.IndexOf("## Problems", StringComparison.Ordinal);
        string table = readme[from..readme.IndexOf("## ", from + 3, StringComparison.Ordinal)];
        Enum(schemas.GetProperty("Problem").GetProperty("properties").GetProperty("code")).Should()
            .BeEquivalentTo(Code().Matches(table[table.IndexOf("|---", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void No_schema_leaves_a_value_open_and_every_reference_is_there()
    {
        int seen = 0;
        foreach (var (path, schema) in Schemas(_document, "#"))
        {
            seen++;
            schema.EnumerateObject().Select(p => p.Name).Intersect(["type", "enum", "$ref", "anyOf", "oneOf", "allOf"]).Should().NotBeEmpty(path);
            if (schema.TryGetProperty("$ref", out var reference))
            {
                _document.GetProperty("components").GetProperty("schemas").TryGetProperty(reference.GetString()!["#/components/schemas/".Length..], out _).Should().BeTrue(path);
            }
        }

        seen.Should().BeGreaterThan(100);
    }

    private JsonElement Append => _service.Contract.Operation("POST", "/v1/conversations/c1/messages")!.Value;

    private static IEnumerable<string?> Enum(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(e => e.GetString());

    /// <summary>Every schema of a value: what stands under "schema", under a name in "schemas" or "properties", or under "items".</summary>
    private static IEnumerable<(string Path, JsonElement Schema)> Schemas(JsonElement element, string path)
    {
        foreach (var property in element.ValueKind == JsonValueKind.Object ? [.. element.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            string place = $"{path}/{property.Name}";
            string parent = path[(path.LastIndexOf('/') + 1)..];
            if (property.Value.ValueKind == JsonValueKind.Object && (property.Name is "schema" or "items" || parent is "schemas" or "properties"))
            {
                yield return (place, property.Value);
            }

            foreach (var inner in Schemas(property.Value, place))
            {
                yield return inner;
            }
        }
    }

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex Code();
}
