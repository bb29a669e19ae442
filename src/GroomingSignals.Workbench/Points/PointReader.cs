using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;

namespace GroomingSignals.Workbench.Points;

/// <summary>Asks the planner, which is the command line's, and hands its figures on as they are.</summary>
internal sealed class PointReader(ScoredCorpus corpus)
{
    /// <summary>More points than a chart has room for say nothing.</summary>
    private const int CurvePoints = 160;

    private volatile OperatingPlanner? _last;
    private volatile Queues? _saved;

    public Gate GateOf(Track track) => Gate.Of(track, corpus.IsFused);

    /// <summary>How many conversations have a score on a track.</summary>
    public int Scored(Track track) => CountOf(GateOf(track), int.MinValue);

    /// <summary>What a candidate's thresholds mean for a track, and for the queue.</summary>
    /// <param name="track">The track.</param>
    /// <param name="policy">The candidate's policy.</param>
    /// <param name="saved">The policy that stands.</param>
    /// <param name="proposed">The thresholds of the classifier; null without one.</param>
    /// <param name="platform">The platform.</param>
    public PointAnswer Point(Track track, RiskPolicy policy, RiskPolicy saved, Thresholds? proposed, PlatformAssumptions platform)
    {
        OperatingPlanner planner = PlannerOf(platform);
        GateThresholds thresholds = GateThresholds.Of(policy, proposed);
        Gate gate = GateOf(track);
        Task<(ThresholdAnswer? Review, ThresholdAnswer? Urgent)> own = Task.Run(() => (Own(planner, gate, thresholds.Review(gate)), Own(planner, gate, thresholds.Urgent(gate))));
        Queues now = Queues.Of(corpus, policy, proposed);
        QueueMoves moves = now.Moves(SavedQueues(saved, proposed));
        ThresholdAnswer queue = Whole(planner.Queue(now.Review));
        ThresholdAnswer head = Whole(planner.Queue(now.Urgent));
        (ThresholdAnswer? review, ThresholdAnswer? urgent) = own.GetAwaiter().GetResult();
        return new PointAnswer(review, urgent, queue, head, platform.Capacity, moves);
    }

    private Queues SavedQueues(RiskPolicy saved, Thresholds? proposed) => _saved is { } known && ReferenceEquals(known.Policy, saved) ? known : _saved = Queues.Of(corpus, saved, proposed);

    /// <summary>The planner of a platform; intervals that it computed once are kept with it.</summary>
    private OperatingPlanner PlannerOf(PlatformAssumptions platform)
    {
        OperatingPlanner? last = _last;
        return last?.Platform == platform ? last : _last = new OperatingPlanner(corpus, platform);
    }

    public CurveAnswer Curve(Track track, string name, PlatformAssumptions platform)
    {
        OperatingPlanner planner = PlannerOf(platform);
        Gate gate = GateOf(track);
        IEnumerable<ThresholdPoint> points = corpus.Positives + corpus.Negatives > 0
            ? planner.Points(gate, CurvePoints)
            : Levels(gate).Select(micros => planner.Point(gate, micros));
        return new CurveAnswer(name, corpus.Curve(gate).OwnPositives, [.. points.Select(p => Step(gate, p))]);
    }

    private CurveStep Step(Gate gate, ThresholdPoint point) => new(
        (double)point.Risk, (double)LogOdds.ToDecimal(point.Micros), CountOf(gate, point.Micros),
        FigureOf(point.OwnRecall), FigureOf(point.Figures.Precision), FigureOf(point.Figures.CasesPerDay));

    private ThresholdAnswer? Own(OperatingPlanner planner, Gate gate, int? micros)
    {
        if (micros is not { } threshold)
        {
            return null;
        }

        ThresholdPoint point = planner.Point(gate, threshold);
        return Answer((double)point.Risk, CountOf(gate, threshold), point.OwnRecall, point.Figures);
    }

    private static ThresholdAnswer Whole(QueueFigures queue) => Answer(null, queue.Conversations, queue.Figures.Recall, queue.Figures);

    private static ThresholdAnswer Answer(double? risk, int conversations, Ranged recall, OperatingFigures figures) => new(
        risk, conversations, FigureOf(recall), FigureOf(figures.FalsePositiveRate), FigureOf(figures.Precision), FigureOf(figures.CasesPerDay),
        FigureOf(figures.TrueCasesPerDay), FigureOf(figures.CapacityShare), FigureOf(figures.MessagesToAlert));

    private static Figure FigureOf(Ranged ranged) => new(ranged.Value, ranged.Interval?.Lower, ranged.Interval?.Upper);

    private int CountOf(Gate gate, int micros)
    {
        int count = 0;
        foreach (int value in corpus.Column(gate) ?? [])
        {
            count += value >= micros && value != ScoredCorpus.Absent ? 1 : 0;
        }

        return count;
    }

    /// <summary>Without labels: thresholds spread evenly over the scores, from the highest down.</summary>
    private IEnumerable<int> Levels(Gate gate)
    {
        int[] values = [.. (corpus.Column(gate) ?? []).Where(v => v != ScoredCorpus.Absent).Distinct().OrderDescending()];
        int shown = Math.Min(CurvePoints, values.Length);
        return Enumerable.Range(0, shown).Select(i => values[(int)((long)i * (values.Length - 1) / Math.Max(1, shown - 1))]);
    }
}
