using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace ModerationService.Tests;

/// <summary>What the OpenAPI document promises, to compare real requests and answers with.</summary>
internal sealed class ApiContract
{
    private readonly JsonElement _document;
    private readonly (string Path, Regex Pattern)[] _paths;
    private readonly Dictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public ApiContract(JsonElement document)
    {
        _document = document;
        _paths =
        [
            .. document.GetProperty("paths").EnumerateObject()
                .Select(p => (p.Name, new Regex($"^{Regex.Escape(p.Name).Replace(@"\{id}", "[^/]+", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant))),
        ];
    }

    /// <summary>The operation that serves a request; null when the document has none.</summary>
    public JsonElement? Operation(string method, string path) =>
        _paths.FirstOrDefault(p => p.Pattern.IsMatch(path)) is { Path: { } template }
        && _document.GetProperty("paths").GetProperty(template).TryGetProperty(method.ToLowerInvariant(), out var operation)
            ? operation
            : null;

    /// <summary>What is wrong with an answer by the document; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems(JsonElement operation, HttpStatusCode status, string? mediaType, string body)
    {
        var problems = FormProblems(operation, status, mediaType, out var media);
        return problems.Count > 0 || mediaType is null ? problems : mediaType switch
        {
            "text/plain" => [],
            "application/x-ndjson" => [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(l => Problems(media.GetProperty("schema"), l))],
            _ => Problems(media.GetProperty("schema"), body),
        };
    }

    /// <summary>What is wrong with an answer to HEAD by the document: it is that to GET, without the body.</summary>
    public static IReadOnlyList<string> HeadProblems(JsonElement operation, HttpStatusCode status, string? mediaType, string body) =>
        body.Length > 0 ? ["The answer to HEAD has a body."] : FormProblems(operation, status, mediaType, out _);

    /// <summary>What is wrong with the body of a request by the document.</summary>
    public IReadOnlyList<string> RequestProblems(JsonElement operation, string body) =>
        Problems(operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"), body);

    /// <summary>What is wrong with JSON by a named schema.</summary>
    public IReadOnlyList<string> Problems(string schema, string json) =>
        Problems(JsonElement.Parse($$"""{"$ref":"#/components/schemas/{{schema}}"}"""), json);

    private static IReadOnlyList<string> FormProblems(JsonElement operation, HttpStatusCode status, string? mediaType, out JsonElement media)
    {
        media = default;
        if (!operation.GetProperty("responses").TryGetProperty(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture), out var response))
        {
            return [$"The document has no answer {(int)status}."];
        }

        if (mediaType is null)
        {
            return response.TryGetProperty("content", out _) ? ["The document has a body, the answer none."] : [];
        }

        return response.TryGetProperty("content", out var content) && content.TryGetProperty(mediaType, out media) ? [] : [$"The document has no '{mediaType}' for {(int)status}."];
    }

    private IReadOnlyList<string> Problems(JsonElement schema, string json) => [.. SchemaOf(schema).Validate(json).Select(e => e.ToString())];

    /// <summary>A schema with all that it may refer to, as one document of its own.</summary>
    private JsonSchema SchemaOf(JsonElement schema)
    {
        string text = schema.GetRawText();
        lock (_lock)
        {
            if (!_schemas.TryGetValue(text, out var parsed))
            {
                var whole = new JsonObject
                {
                    ["allOf"] = new JsonArray(JsonNode.Parse(text)),
                    ["definitions"] = JsonNode.Parse(_document.GetProperty("components").GetProperty("schemas").GetRawText()),
                };
                string json = whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
                _schemas.Add(text, parsed = Task.Run(() => JsonSchema.FromJsonAsync(json)).GetAwaiter().GetResult());
            }

            return parsed;
        }
    }
}
