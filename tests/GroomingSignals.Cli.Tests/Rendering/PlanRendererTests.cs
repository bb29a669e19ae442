using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering.Tuning;
using GroomingSignals.Conversations;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Plans;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Evaluation.Tests;
using GroomingSignals.Policy;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class PlanRendererTests
{
    private static readonly PlatformAssumptions Platform = new() { Volume = 20_000, Prevalence = 0.001, Reviewers = 2, MinutesPerCase = 5 };

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void The_plan_is_as_checked_in(int width) =>
        GoldenFile.ShouldMatch(Plain.Text(PlanRenderer.Render(PlanMaker.Make(new OperatingPlanner(Corpus(), Platform), ProposalOptions.Default, sensitivity: true, seed: 1), width)), $"plan-{width}");

    /// <summary>Two tracks, one with too few cases; a tactic that finds what neither does; some cases that nothing finds.</summary>
    private static ScoredCorpus Corpus()
    {
        ScoredRow[] rows =
        [
            .. Enumerable.Range(0, 60).Select(i => Row(i, true, Track.AdultToMinor, Gate.Of(Track.AdultToMinor, false), 400_000 + (i * 50_000))),
            .. Enumerable.Range(60, 10).Select(i => Row(i, true, Track.UnknownToMinor, Gate.Of(Track.UnknownToMinor, false), 100_000 * (i - 50))),
            .. Enumerable.Range(70, 25).Select(i => Row(i, true, Track.AdultToMinor, Gate.Of(Tactic.Secrecy), 20_000 * i)),
            .. Enumerable.Range(95, 5).Select(i => new ScoredRow($"c{i}", true, Track.UnknownToUnknown, new Rise[]?[Gate.Count])),
            .. Enumerable.Range(100, 900).Select(i => Row(i, false, i % 3 == 0 ? Track.AdultToMinor : Track.MinorToMinor, Gate.Of(Track.AdultToMinor, false), (i - 900) * 20_000)),
        ];
        return new ScoredCorpus(rows, RiskPolicy.Default, new VersionSet("0.0.0", "1.0.0", [], new PackVersion("default", "1.0.0", ""), null), null, synthetic: 1000);
    }

    private static ScoredRow Row(int number, bool label, Track track, Gate gate, int micros)
    {
        var rises = new Rise[]?[Gate.Count];
        rises[gate.Index] = [new Rise(2 + (number % 7), micros - 200_000), new Rise(5 + (number % 11), micros)];
        return new ScoredRow($"c{number}", label, track, rises);
    }
}
