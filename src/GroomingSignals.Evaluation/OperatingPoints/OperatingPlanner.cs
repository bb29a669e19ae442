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
    public QueueFigures Queue(GateThresholds thresholds, Severity severity) => Queue(Corpus.Entered(thresholds, severity));

    /// <summary>The same of a queue whose members are known.</summary>
    /// <param name="entered">For each row after how many messages it entered, as <see cref="ScoredCorpus.Entered"/> gives it.</param>
    public QueueFigures Queue(int[] entered)
    {
        int all = 0;
        int wrong = 0;
        List<int> messages = new(Corpus.Positives);
        for (int row = 0; row < entered.Length; row++)
        {
            if (entered[row] != GateRises.Never)
            {
                all++;
                wrong += Corpus.IsNegative(row) ? 1 : 0;
                if (Corpus.IsCase(row))
                {
                    messages.Add(entered[row]);
                }
            }
        }

        return new QueueFigures(all, _figures.Of(new Confusion(messages.Count, wrong, Corpus.Negatives - wrong, Corpus.Positives - messages.Count), [.. messages]));
    }

    private int[] MessagesOf(Gate gate, int micros)
    {
        int[] first = Corpus.FirstAt(gate, micros);
        List<int> messages = new(Corpus.Positives);
        for (int row = 0; row < first.Length; row++)
        {
            if (first[row] != GateRises.Never && Corpus.IsCase(row))
            {
                messages.Add(first[row]);
            }
        }

        return [.. messages];
    }
}
