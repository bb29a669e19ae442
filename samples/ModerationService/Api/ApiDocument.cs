using System.Text.Json.Nodes;

namespace ModerationService.Api;

/// <summary>
/// The OpenAPI document at <c>/openapi/v1.json</c>. It is written by hand in <c>openapi.json</c>, since requests are read and answers written without
/// reflection; the schemas of assessments are those of <c>data-schemas</c>. The tests compare every request and answer with it.
/// </summary>
internal static class ApiDocument
{
    public static void Map(WebApplication app)
    {
        byte[] document = Read();
        app.MapGet("/openapi/v1.json", async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = document.Length;
            await context.Response.Body.WriteAsync(document, context.RequestAborted);
        });
    }

    private static byte[] Read()
    {
        var document = Resource("openapi.json");
        var schemas = document["components"]!["schemas"]!.AsObject();
        schemas.Add("Assessment", Schema("assessment.schema.json"));
        schemas.Add("ParticipantAssessment", Schema("participant-assessment.schema.json"));
        return System.Text.Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    /// <summary>A published schema without its dialect: what it says means the same in that of the document.</summary>
    private static JsonObject Schema(string name)
    {
        var schema = Resource(name);
        schema.Remove("$schema");
        return schema;
    }

    private static JsonObject Resource(string name)
    {
        using var stream = typeof(ApiDocument).Assembly.GetManifestResourceStream("api/" + name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
