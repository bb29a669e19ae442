using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Reloading;
using GroomingSignals.Hosting.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GroomingSignals.Hosting.Health;

/// <summary>
/// Scores a canary conversation with the loaded packs, policy and model, and reads the store. Unhealthy when either fails; degraded when files on disk
/// cannot be used and an older analyzer is in service, or when the store is full.
/// </summary>
internal sealed class GroomingSignalsHealthCheck(RiskAnalyzerSource source, IConversationStateStore store) : IHealthCheck
{
    private static readonly ConversationKey Canary = new("grooming-signals-canary", "canary");

    private static readonly Conversation Conversation = new()
    {
        Id = Canary.Conversation,
        Participants = [new Participant { Id = "a", Age = AgeBand.Adult }, new Participant { Id = "b", Age = AgeBand.From13To15 }],
        Messages = [new Message { Id = "1", Sender = "a", Text = "dont tell your mom ok" }, new Message { Id = "2", Sender = "b", Text = "see you at practice" }],
    };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var analyzer = source.Current;
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["packs"] = string.Join(", ", analyzer.Versions.Packs.Select(p => $"{p.Id} {p.Version} {p.Hash}")),
            ["policy"] = $"{analyzer.Versions.Policy.Id} {analyzer.Versions.Policy.Version} {analyzer.Versions.Policy.Hash}",
            ["model"] = analyzer.Versions.Model is { } model ? $"{model.Id} {model.Version} {model.Hash}" : "none",
        };
        try
        {
            if (!CanaryHolds(analyzer, data))
            {
                return HealthCheckResult.Unhealthy("The canary conversation does not score the same whole and resumed.", data: data);
            }

            _ = await store.ReadAsync(Canary, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"The analyzer or the store failed: {e.GetType().Name}.", data: data);
        }

        string[] complaints = [.. Complaints()];
        return complaints.Length > 0
            ? HealthCheckResult.Degraded(string.Join(" ", complaints), data: data)
            : HealthCheckResult.Healthy("The canary scores, and the store answers.", data);
    }

    private IEnumerable<string> Complaints()
    {
        if (store is IBoundedStore { IsFull: true })
        {
            yield return "The store is full and refuses what needs more room: erase, shorten the retention, raise the limit, or give the disk more room.";
        }

        if (source.Problems is { Length: > 0 } problems)
        {
            yield return "Files have changed and cannot be used; an older analyzer is in service. " + string.Join("; ", problems);
        }
    }

    /// <summary>Whole, and taken up from a snapshot after each message, the canary gives the same finite score.</summary>
    private static bool CanaryHolds(RiskAnalyzer analyzer, Dictionary<string, object> data)
    {
        var whole = analyzer.Analyze(Conversation);
        var state = analyzer.Start(Conversation.Id, Conversation.Participants);
        foreach (var message in Conversation.Messages)
        {
            analyzer.Append(state, message);
            state = analyzer.Resume(state.ToSnapshot());
        }

        var resumed = analyzer.Assess(state);
        data["canaryEvidence"] = whole.Evidence.Length;
        return whole.Risk is > 0 and < 1 && whole.RawScore == resumed.RawScore && whole.Severity == resumed.Severity;
    }
}
