using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>
/// Finds the highest level of recall that all tracks can have alike within a number of cases a day: the cases of no track are given up for those of
/// another because they are easier to find. The lower the level, the higher each threshold and the smaller the queue, so that halving finds it.
/// </summary>
internal sealed class LevelSearch(OperatingPlanner planner, IReadOnlyList<Gate> tuned, Severity severity)
{
    /// <summary>Levels are tried in thousandths.</summary>
    public const int Steps = 1000;

    /// <summary>The same without urgent thresholds on the tuned tracks: what is urgent is in the review queue too, and would hold it up while it is searched.</summary>
    public static GateThresholds Open(GateThresholds thresholds, IReadOnlyList<Gate> tuned)
    {
        foreach (Gate gate in tuned)
        {
            thresholds = thresholds.With(gate, Severity.Urgent, null);
        }

        return thresholds;
    }

    /// <summary>The thresholds at a level, in thousandths of each track's own cases: the highest that find so many.</summary>
    public GateThresholds At(GateThresholds from, int level)
    {
        foreach (Gate gate in tuned)
        {
            GateCurve curve = planner.Corpus.Curve(gate);
            int wanted = (int)Math.Ceiling(curve.OwnPositives * (long)level / (double)Steps);
            from = from.With(gate, severity, curve.ThresholdFor(Math.Min(wanted, Reachable(curve))));
        }

        return from;
    }

    /// <summary>The highest level up to one that a condition allows; 0 when none does.</summary>
    /// <param name="from">The thresholds of everything else.</param>
    /// <param name="most">The highest level to try, in thousandths.</param>
    /// <param name="fits">Holds up to some level and no further.</param>
    public int Highest(GateThresholds from, int most, Func<GateThresholds, bool> fits)
    {
        int low = 0;
        int high = most;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (fits(At(from, middle)))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>What the expected queue would be, in cases a day and precision, without intervals: it is asked for many times.</summary>
    public (double CasesPerDay, double Precision, long Found) Expected(GateThresholds thresholds)
    {
        ScoredCorpus corpus = planner.Corpus;
        (long found, long wrong) = QueueMembers.Count(corpus, QueueMembers.Of(corpus, thresholds, severity));
        return Expected(planner, found, wrong);
    }

    public static (double CasesPerDay, double Precision, long Found) Expected(OperatingPlanner planner, long found, long wrong)
    {
        double cases = planner.Platform.Prevalence * found / Math.Max(1, planner.Corpus.Positives);
        double others = (1 - planner.Platform.Prevalence) * wrong / Math.Max(1, planner.Corpus.Negatives);
        return (planner.Platform.Volume * (cases + others), cases + others == 0 ? 0 : cases / (cases + others), found);
    }

    /// <summary>Cases to which nothing ever came are found by no threshold.</summary>
    public static int Reachable(GateCurve curve) => curve.Steps == 0 ? 0 : curve.Step(curve.Steps - 1).OwnFound;
}
