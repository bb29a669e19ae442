using CsCheck;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;

namespace GroomingSignals.Evaluation.Tests.OperatingPoints;

public sealed class PlannerPropertyTests
{
    private static readonly Gate[] Gates = [Gate.Of(Track.AdultToMinor, false), Gate.Of(Track.MinorToMinor, false), Gate.Of(Tactic.Coercion), Gate.Of(Tactic.Secrecy)];

    /// <summary>Few values, so that ties are common.</summary>
    private static readonly Gen<ScoredRow> Row = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Select(Gen.Int[-6, 6], Gen.Int[1, 9]).Array[0, 4].Array[4], (label, track, values) => Drawn.Row(
        "c", label == 2 ? null : label == 1, (Track)track,
        [.. values.Select((v, i) => (Gates[i], Rising(v))).Where(g => g.Item2.Length > 0)]));

    private static readonly Gen<ScoredRow[]> Rows = Row.Array[1, 40];

    [Fact]
    public void Counts_are_those_of_counting_at_every_threshold() => Rows.Sample(rows =>
    {
        ScoredCorpus corpus = Drawn.Corpus(rows);
        foreach (Gate gate in Gates)
        {
            GateCurve curve = corpus.Curve(gate);
            for (int threshold = -7; threshold <= 7; threshold++)
            {
                int micros = threshold * 1_000_000;
                bool In(ScoredRow r) => r.Rises[gate.Index] is { } rises && rises.Any(x => x.Micros >= micros);
                GateCounts counts = curve.At(micros);
                counts.Found.Should().Be(rows.Count(r => r.Label is true && In(r)));
                counts.Wrong.Should().Be(rows.Count(r => r.Label is false && In(r)));
                if (!gate.IsTactic)
                {
                    counts.OwnFound.Should().Be(rows.Count(r => r.Label is true && r.Track == gate.Track && In(r)));
                }
            }
        }
    }, iter: 200);

    [Fact]
    public void A_lower_threshold_never_finds_fewer_and_never_brings_fewer() => Rows.Sample(rows =>
    {
        var planner = new OperatingPlanner(Drawn.Corpus(rows), Drawn.Platform);
        foreach (Gate gate in Gates)
        {
            ThresholdPoint? before = null;
            foreach (ThresholdPoint point in planner.Points(gate))
            {
                if (before is not null)
                {
                    point.Micros.Should().BeLessThan(before.Micros);
                    (point.Figures.Recall.Value ?? 0).Should().BeGreaterThanOrEqualTo(before.Figures.Recall.Value ?? 0);
                    (point.Figures.FalsePositiveRate.Value ?? 0).Should().BeGreaterThanOrEqualTo(before.Figures.FalsePositiveRate.Value ?? 0);
                }

                before = point;
            }
        }
    }, iter: 200);

    [Fact]
    public void A_round_threshold_lets_in_what_the_value_does_and_survives_a_file() => Gen.Select(Gen.Int[-14_000_000, 14_000_000], Gen.Int[1, 2_000_000]).Sample((value, gap) =>
    {
        int micros = RoundThreshold.Between(value - gap, value);
        micros.Should().BeGreaterThan(value - gap).And.BeLessThanOrEqualTo(value);
        GroomingSignals.Scoring.LogOdds.FromRisk((double)RoundThreshold.Risk(micros)).Should().Be(micros);
    }, iter: 2000);

    [Fact]
    public void A_queue_is_the_union_of_its_gates() => Gen.Select(Rows, Gen.Int[-6, 6].Nullable().Array[4], Gen.Int[-6, 6].Nullable().Array[4]).Sample((rows, reviews, urgents) =>
    {
        GateThresholds thresholds = GateThresholds.None;
        for (int i = 0; i < Gates.Length; i++)
        {
            thresholds = thresholds.With(Gates[i], Severity.Review, reviews[i] * 1_000_000).With(Gates[i], Severity.Urgent, urgents[i] * 1_000_000);
        }

        bool[] review = QueueMembers.Of(Drawn.Corpus(rows), thresholds, Severity.Review);
        bool[] urgent = QueueMembers.Of(Drawn.Corpus(rows), thresholds, Severity.Urgent);
        for (int row = 0; row < rows.Length; row++)
        {
            bool Reaches(int?[] own) => Gates.Select((g, i) => own[i] is { } t && rows[row].Rises[g.Index] is { } r && r[^1].Micros >= t * 1_000_000).Any(x => x);
            urgent[row].Should().Be(Reaches(urgents));
            review[row].Should().Be(Reaches(urgents) || Reaches(reviews));
        }
    }, iter: 200);

    /// <summary>A trace keeps rises only.</summary>
    private static Rise[] Rising((int Value, int Step)[] values)
    {
        List<Rise> rises = [];
        int messages = 0;
        foreach ((int value, int step) in values)
        {
            messages += step;
            if (rises.Count == 0 || value * 1_000_000 > rises[^1].Micros)
            {
                rises.Add(new Rise(messages, value * 1_000_000));
            }
        }

        return [.. rises];
    }
}
