using System.Globalization;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Storage;
using Microsoft.Net.Http.Headers;
using ModerationService.Keys;
using ModerationService.Limits;
using ModerationService.Problems;

namespace ModerationService.Endpoints;

/// <summary>
/// <c>GET /v1/alerts?after=&amp;limit=</c>: the alerts behind a cursor. Reading removes nothing: the reader keeps the cursor, so that every alert is
/// delivered at least once, and tells repeats by their idempotency key.
/// </summary>
internal sealed class AlertsEndpoint(IConversationStateStore store, KeyRing keys, TenantRates rates, ServiceOptions options, ILogger<AlertsEndpoint> logger)
    : QuestionEndpoint(keys, rates, options, logger)
{
    private const int MostAlerts = 1000;
    private const string After = "after";
    private const string Limit = "limit";

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Lines = new("application/x-ndjson");

    protected override async Task AnswerAsync(HttpContext context, string tenant, CancellationToken cancellationToken)
    {
        if (context.Request.Query.Any(q => q.Key is not (After or Limit) || q.Value.Count != 1))
        {
            throw new RequestException(Problem.Bad("bad-query", $"The query may hold '{After}' and '{Limit}', each once."));
        }

        long after = Number(context, After, 0, 0, long.MaxValue);
        int limit = (int)Number(context, Limit, 100, 1, MostAlerts);
        var alerts = await store.ReadAlertsAsync(tenant, after, limit, cancellationToken);
        if (alerts.Count == 0 && after > 0 && await store.ReadAlertsEndAsync(tenant, cancellationToken) is var end && after > end)
        {
            // An answer with nothing in it would let a reader of another store wait for ever, or pass over what comes below its cursor.
            throw new RequestException(Problem.Bad(
                "bad-cursor", string.Create(CultureInfo.InvariantCulture, $"'{After}' lies beyond the outbox, which ends at {end}."), "The cursor is of another store, or of one that was reset. Begin at 0; idempotency keys tell repeats."));
        }

        if (WantsLines(context.Request))
        {
            await WriteLinesAsync(context, alerts, cancellationToken);
            return;
        }

        await WriteAsync(context, alerts, (writer, all) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("alerts");
            foreach (var alert in all)
            {
                Write(writer, alert);
            }

            writer.WriteEndArray();
            writer.WriteNumber("next", all.Count == 0 ? after : all[^1].Cursor);
            writer.WriteEndObject();
        }, cancellationToken);
    }

    /// <summary>Whether lines weigh more in <c>Accept</c> than one object; of equal weights that counts which is named more exactly, then the object.</summary>
    private static bool WantsLines(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && Weight(accepted, Lines) is { Quality: > 0 } lines && lines.CompareTo(Weight(accepted, Json)) > 0;

    /// <summary>What the most exact of the ranges that hold a type says of it: its weight, and how exact it is.</summary>
    private static (double Quality, int Exactness) Weight(IEnumerable<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue type) =>
        accepted.Where(type.IsSubsetOf)
            .Select(range => (Quality: range.Quality ?? 1, Exactness: range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2))
            .OrderByDescending(range => range.Exactness).ThenByDescending(range => range.Quality)
            .FirstOrDefault();

    private static async Task WriteLinesAsync(HttpContext context, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "application/x-ndjson";
        var body = context.Response.BodyWriter;
        foreach (var alert in alerts)
        {
            await using (var writer = new Utf8JsonWriter(body))
            {
                Write(writer, alert);
            }

            body.GetSpan(1)[0] = (byte)'\n';
            body.Advance(1);
        }

        await body.FlushAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, Alert alert)
    {
        writer.WriteStartObject();
        writer.WriteNumber("cursor", alert.Cursor);
        writer.WriteString("idempotencyKey", alert.IdempotencyKey);
        writer.WriteString("conversationId", alert.Key.Conversation);
        writer.WriteString("severity", AssessmentJson.Name(alert.Severity));
        writer.WriteNumber("sequence", alert.Sequence);
        writer.WriteNumber("risk", alert.Risk);
        writer.WriteString("from", alert.From);
        writer.WriteString("towards", alert.Towards);
        writer.WriteStartArray("tactics");
        foreach (var tactic in alert.Tactics)
        {
            writer.WriteStringValue(Taxonomy.Id(tactic));
        }

        writer.WriteEndArray();
        writer.WriteString("raisedAt", alert.RaisedAt);
        writer.WriteEndObject();
    }

    private static long Number(HttpContext context, string name, long standard, long least, long most)
    {
        if (!context.Request.Query.TryGetValue(name, out var text))
        {
            return standard;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= least && value <= most
            ? value
            : throw new RequestException(Problem.Bad("bad-query", string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a whole number from {least} to {most}.")));
    }
}
