using GroomingSignals;
using GroomingSignals.Assessment;
using GroomingSignals.Hosting;
using GroomingSignals.Hosting.Storage.Sqlite;
using GroomingSignals.Participants;
using GroomingSignals.Tracking;

namespace ModerationService.Tests.Crash;

/// <summary>Holds the file that is left against a fold of the acknowledged messages by one process that was never killed.</summary>
internal static class CrashVerdict
{
    private static readonly RiskAnalyzer Analyzer = RiskAnalyzer.CreateDefault();

    /// <summary>What differs; empty when nothing does.</summary>
    public static async Task<List<string>> OfAsync(CrashPlan plan, string file)
    {
        using var store = new SqliteConversationStateStore(file);
        var differences = new List<string>();
        var expectedAlerts = new List<string>();
        for (int c = 0; c < plan.Conversations; c++)
        {
            var state = Fold(plan, c, expectedAlerts);
            var stored = await store.ReadAsync(new ConversationKey("crash", CrashPlan.Id(c)));
            if (stored is null)
            {
                differences.Add($"c{c}: not there");
            }
            else if (!stored.Snapshot.Span.SequenceEqual(state.ToSnapshot()))
            {
                differences.Add($"c{c}: another snapshot, with {Analyzer.Resume(stored.Snapshot.Span).MessageCount} of {plan.Length(c)} messages");
            }

            foreach (var summary in ParticipantState.Summarize(state))
            {
                var records = await store.ReadParticipantAsync("crash", summary.ParticipantId, 100_000);
                if (!records.Any(r => r.Conversation == CrashPlan.Id(c) && r.Data.Span.SequenceEqual(summary.ToSnapshot())))
                {
                    differences.Add($"c{c}: another summary of {summary.ParticipantId}");
                }
            }
        }

        var alerts = new List<string>();
        for (long after = 0; await store.ReadAlertsAsync("crash", after, 1000) is { Count: > 0 } page; after = page[^1].Cursor)
        {
            alerts.AddRange(page.Select(a => a.IdempotencyKey));
        }

        differences.AddRange(expectedAlerts.Except(alerts).Select(a => $"alert {a}: lost"));
        differences.AddRange(alerts.Except(expectedAlerts).Select(a => $"alert {a}: nobody raised it"));
        differences.AddRange(alerts.GroupBy(a => a).Where(g => g.Count() > 1).Select(g => $"alert {g.Key}: {g.Count()} times"));
        return differences;
    }

    private static ConversationState Fold(CrashPlan plan, int conversation, List<string> alerts)
    {
        var state = Analyzer.Start(CrashPlan.Id(conversation), CrashPlan.Participants(conversation));
        var alerted = Severity.None;
        for (int i = 0; i < plan.Length(conversation); i++)
        {
            var result = Analyzer.Append(state, CrashPlan.Message(conversation, i));
            if (result.Severity >= Severity.Review && result.Severity > alerted)
            {
                alerted = result.Severity;
                alerts.Add($"{CrashPlan.Id(conversation)}/{AssessmentJson.Name(alerted)}/{i + 1}");
            }
        }

        return state;
    }
}
