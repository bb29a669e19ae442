using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ModerationService;

/// <summary>Writes what the health checks found: which packs, policy and model are in service, and what is wrong with files that are not.</summary>
internal static class HealthWriter
{
    public static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        await using (var writer = new Utf8JsonWriter(context.Response.BodyWriter))
        {
            writer.WriteStartObject();
            writer.WriteString("status", report.Status.ToString());
            writer.WriteStartObject("checks");
            foreach (var (name, entry) in report.Entries)
            {
                writer.WriteStartObject(name);
                writer.WriteString("status", entry.Status.ToString());
                writer.WriteString("description", entry.Description);
                foreach (var (key, value) in entry.Data)
                {
                    writer.WriteString(key, FormattableString.Invariant($"{value}"));
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
