using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;

namespace GroomingSignals.Evaluation.Tests.OperatingPoints;

/// <summary>Scored conversations without a conversation: labels, tracks and values as a test wants them.</summary>
internal static class Drawn
{
    public static readonly PlatformAssumptions Platform = new() { Volume = 1000, Prevalence = 0.01, Reviewers = 1, MinutesPerCase = 6, HoursPerDay = 4 };

    public static ScoredCorpus Corpus(params ScoredRow[] rows) =>
        new(rows, RiskPolicy.Default, new VersionSet("0.0.0", "1.0.0", [], RiskPolicy.Default.Version, null), null, 0);

    public static ScoredRow Row(string id, bool? label, Track track, params (Gate Gate, Rise[] Rises)[] gates)
    {
        var rises = new Rise[]?[Gate.Count];
        foreach ((Gate gate, Rise[] own) in gates)
        {
            rises[gate.Index] = own;
        }

        return new ScoredRow(id, label, track, rises);
    }

    /// <summary>A row of the adult-to-minor track with one value, reached at its third message.</summary>
    public static ScoredRow Scored(int number, bool label, int micros) =>
        Row($"c{number}", label, Track.AdultToMinor, (Gate.Of(Track.AdultToMinor, false), [new Rise(3, micros)]));
}
