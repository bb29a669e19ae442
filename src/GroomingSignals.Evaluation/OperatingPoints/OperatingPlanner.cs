using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints;

/// <summary>
/// Says what thresholds would bring, on conversations that were scored once: a threshold of one gate is a search in sorted scores, a queue one pass over
/// whole numbers. The command line and the workbench show the same figures because both ask here. Thread-safe.
/// </summary>
internal sealed class OperatingPlanner
{
    private readonly FigureCalculator _figures;

    public OperatingPlanner(ScoredCorpus corpus, PlatformAssumptions platform)
    {
        Corpus = corpus;
        _figures = new FigureCalculator(platform);
    }

    public ScoredCorpus Corpus { get; }

    public PlatformAssumptions Platform => _figures.Platform;

    /// <summary>The same conversations on a platform of which something else is stated.</summary>
    public OperatingPlanner With(PlatformAssumptions platform) => new(Corpus, platform);

    /// <summary>What one gate brings by itself at a threshold.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="micros">The threshold, in millionths of log-odds.</param>
    public ThresholdPoint Point(Gate gate, int micros)
    {
        GateCurve curve = Corpus.Curve(gate);
        GateCounts counts = curve.At(micros);
        var confusion = new Confusion(counts.Found, counts.Wrong, curve.Negatives - counts.Wrong, curve.Positives - counts.Found);
        return new ThresholdPoint(
            micros, RoundThreshold.Risk(micros), _figures.Share(counts.OwnFound, curve.OwnPositives), _figures.Of(confusion, counts.Found == 0 ? [] : MessagesOf(gate, micros)));
    }

    /// <summary>A gate at thresholds from the highest value to the lowest: all of them, or as many as asked for, spread over where the counts change.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="most">How many points at most.</param>
    public ImmutableArray<ThresholdPoint> Points(Gate gate, int most = int.MaxValue)
    {
        GateCurve curve = Corpus.Curve(gate);
        return [.. CurveThinning.Steps(curve, most).Select(step => Point(gate, curve.Rounded(step)))];
    }

    /// <summary>What all gates together bring at some thresholds.</summary>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="severity"><c>review</c>, the whole queue, or <c>urgent</c>, its head.</param>
    public QueueFigures Queue(GateThresholds thresholds, Severity severity)
    {
        bool[] members = QueueMembers.Of(Corpus, thresholds, severity);
        (long found, long wrong) = QueueMembers.Count(Corpus, members);
        var messages = new List<int>((int)found);
        int all = 0;
        for (int row = 0; row < members.Length; row++)
        {
            all += members[row] ? 1 : 0;
            if (members[row] && Corpus.Row(row).Label is true)
            {
                messages.Add(Corpus.EnteredAt(row, thresholds, severity)!.Value);
            }
        }

        return new QueueFigures(all, _figures.Of(new Confusion(found, wrong, Corpus.Negatives - wrong, Corpus.Positives - found), [.. messages]));
    }

    private int[] MessagesOf(Gate gate, int micros)
    {
        int[] column = Corpus.Column(gate)!;
        List<int> messages = [];
        for (int row = 0; row < column.Length; row++)
        {
            if (column[row] >= micros && Corpus.Row(row).Label is true)
            {
                messages.Add(Corpus.EnteredAt(row, gate, micros)!.Value);
            }
        }

        return [.. messages];
    }
}
