using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Policies;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;
using GroomingSignals.Workbench.Corpus;

namespace GroomingSignals.Workbench.Settings;

/// <summary>What a policy that is saved on the page says of where it came from: what <c>tune</c> writes, for thresholds that a person set.</summary>
internal static class SavedRecord
{
    /// <param name="ready">The corpus on which the person saw the figures.</param>
    /// <param name="analyzer">What scored it.</param>
    /// <param name="proposed">The thresholds of the classifier; null without one.</param>
    /// <param name="platform">The platform that the page showed.</param>
    /// <param name="before">The policy that stood.</param>
    /// <param name="after">The one that is saved.</param>
    /// <param name="by">The first line.</param>
    public static ImmutableArray<string> Of(
        ReadyCorpus ready, RiskAnalyzer analyzer, Thresholds? proposed, PlatformAssumptions platform, Candidate before, Candidate after, string by)
    {
        OperatingPlanner planner = new(ready.Planned, platform);
        GateThresholds thresholds = GateThresholds.Of(after.Policy, proposed);
        QueueFigures review = planner.Queue(thresholds, Severity.Review);
        ImmutableArray<DataWarning> warnings = PlanWarnings.Of(planner, review);
        return new PolicyRecord
        {
            By = by,
            Versions = analyzer.Versions with { Policy = before.Policy.Version },
            Corpus = ready.Planned,
            Platform = platform,
            Review = review,
            Urgent = planner.Queue(thresholds, Severity.Urgent),
            Changes = [.. Changes(before.Policy, after.Policy, proposed)],
            Warnings = [.. ready.Notices.Where(n => !warnings.Any(w => string.Equals(w.Detail, n, StringComparison.Ordinal))).Select(n => new DataWarning("notice", n)), .. warnings],
        }.Lines();
    }

    private static IEnumerable<string> Changes(RiskPolicy before, RiskPolicy after, Thresholds? proposed)
    {
        foreach (Gate gate in Gate.All)
        {
            Thresholds? then = GateThresholds.Of(before, proposed, gate);
            Thresholds? now = GateThresholds.Of(after, proposed, gate);
            foreach ((Severity severity, double? old, double? next) in ((Severity, double?, double?)[])
                [(Severity.Low, then?.Low, now?.Low), (Severity.Review, then?.Review, now?.Review), (Severity.Urgent, then?.Urgent, now?.Urgent)])
            {
                if (old != next)
                {
                    yield return PolicyRecord.Change(gate, severity, Micros(old), Micros(next), severity == Severity.Low ? "lowered with review, above which it cannot lie" : "set by hand");
                }
            }
        }
    }

    private static int? Micros(double? risk) => risk is { } known ? LogOdds.FromRisk(known) : null;
}
