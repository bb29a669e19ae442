using System.Text.Json;
using ModerationService.Keys;
using ModerationService.Limits;

namespace ModerationService.Endpoints;

/// <summary>A request that asks, and may be given up when the answer takes too long.</summary>
internal abstract class QuestionEndpoint(KeyRing keys, TenantRates rates, ServiceOptions options, ILogger logger) : TenantEndpoint(keys, rates, options, logger)
{
    protected sealed override async Task ServeAsync(HttpContext context, string tenant)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        timeout.CancelAfter(Options.QuestionTimeout);
        await AnswerAsync(context, tenant, timeout.Token);
    }

    protected abstract Task AnswerAsync(HttpContext context, string tenant, CancellationToken cancellationToken);

    /// <summary>Answers with one JSON object.</summary>
    protected static async Task WriteAsync<T>(HttpContext context, T value, Action<Utf8JsonWriter, T> write, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "application/json";
        await using (var writer = new Utf8JsonWriter(context.Response.BodyWriter))
        {
            write(writer, value);
        }

        await context.Response.BodyWriter.FlushAsync(cancellationToken);
    }
}
