using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModerationService.Problems;

/// <summary>Writes problems as <c>application/problem+json</c>.</summary>
internal static class ProblemWriter
{
    /// <summary>Quotation marks stay readable: nothing that a client sent is in a problem, and none of it is HTML.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        if (response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        var allowed = response.Headers.Allow;
        response.Clear();
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (problem.Status == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = allowed;
        }

        if (problem.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        using (var writer = new Utf8JsonWriter(response.BodyWriter, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("type", $"urn:grooming-signals:problem:{problem.Code}");
            writer.WriteString("title", problem.Title);
            writer.WriteNumber("status", problem.Status);
            if (problem.Detail is not null)
            {
                writer.WriteString("detail", problem.Detail);
            }

            writer.WriteString("code", problem.Code);
            writer.WriteEndObject();
        }

        return response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }
}
