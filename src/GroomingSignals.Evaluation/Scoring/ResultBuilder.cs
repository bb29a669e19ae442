using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using GroomingSignals.Assessment;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>Makes the result of scores.</summary>
internal sealed class ResultBuilder
{
    private const int Errors = 10;
    private const int ErrorLines = 6;

    private readonly IReadOnlyList<LabelledConversation> _conversations;
    private readonly FoldAssignment? _split;
    private readonly DataCheck _check;
    private readonly EvaluationOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<int> _foldOf;
    private readonly int _folds;
    private readonly int[] _rows;

    public ResultBuilder(
        IReadOnlyList<LabelledConversation> conversations, FoldAssignment? split, DataCheck check, EvaluationOptions options, CancellationToken cancellationToken)
    {
        _conversations = conversations;
        _split = split;
        _check = check;
        _options = options;
        _cancellationToken = cancellationToken;
        _foldOf = split?.FoldOf ?? [.. conversations.Select(_ => 0)];
        _folds = split?.Folds.Length ?? 1;
        _rows = [.. Enumerable.Range(0, conversations.Count).Where(i => conversations[i].Label is not null)];
    }

    public EvaluationResult Build(FoldScores main, List<FoldScores> ablations, FoldScores length, bool isCrossValidation)
    {
        FigureMaker maker = Maker(main);
        ScorerFigures headline = maker.Make(main.Name, FigureKind.Headline, _rows, _cancellationToken);
        MetricInputs inputs = maker.Inputs(_rows);
        ImmutableArray<CurvePoint> curve = RankingMetrics.Curve(inputs.Scores, inputs.Labels);
        FoldScores? assessor = ablations.Prepend(main).FirstOrDefault(s => s.ScorerOf.All(o => o is IAssessingScorer));
        RiskAssessment? Assess(int row) => (assessor?.ScorerOf[_foldOf[row]] as IAssessingScorer)?.Assess(_conversations[row].Conversation);
        var breakdown = assessor is null ? new Breakdown() : Breakdown.Of(_conversations, _rows, Assess, _options.Threads, _cancellationToken);
        ScorerFigures[] others =
        [
            .. ablations.Select(a => Maker(a).Make(a.Name, FigureKind.Ablation, _rows, _cancellationToken)),
            maker.Make("length-matched", FigureKind.Matched, MatchedRows.ByLength(_conversations, _rows, _options.Seed), _cancellationToken),
            maker.Make("participant-matched", FigureKind.Matched, MatchedRows.ByParticipants(_conversations, _rows, _options.Seed), _cancellationToken),
            Maker(length).Make(length.Name, FigureKind.Baseline, _rows, _cancellationToken),
        ];
        ImmutableArray<SeverityFigure> severities = ReferenceEquals(assessor, main) ? breakdown.Severities(_options.Prevalence) : [];
        IEnumerable<DataWarning> doubts = ReferenceEquals(assessor, main) ? breakdown.Doubts : [];
        return new EvaluationResult
        {
            Name = main.Name,
            IsCrossValidation = isCrossValidation,
            Options = _options,
            Engine = typeof(RiskAnalyzer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
            Versions = breakdown.Versions,
            Check = _check,
            Split = _split,
            Warnings = Warnings(headline, doubts.Concat(FigureDoubts.Of(headline, others, severities, inputs.Probabilities))),
            Conversations = [.. _conversations.Select((c, i) => new ScoredConversation(
                c.Conversation.Id ?? i.ToString(CultureInfo.InvariantCulture), _foldOf[i], c.Label, main.Scores[i].Score, main.Scores[i].Probability, maker.IsAlerted(i), maker.AlertedAt(i)))],
            Headline = headline,
            Others = [.. others],
            Severities = severities,
            OperatingPoints = [.. OperatingPoints(headline, curve)],
            Curve = Shapes.Thin(curve),
            Reliability = inputs.Probabilities is { } p ? CalibrationMetrics.ReliabilityCurve(p, inputs.Labels) : [],
            Histogram = Shapes.Histogram(inputs.Probabilities ?? inputs.Scores, inputs.Labels, inputs.Probabilities is not null),
            Latency = inputs.Stream is { } stream ? EarlyDetection.LatencyCurve(stream) : [],
            Fairness = FairnessMaker.Make(_conversations, _rows, maker.IsAlerted, _options, _cancellationToken),
            Tactics = breakdown.Tactics(),
            Rules = breakdown.Rules(),
            Assessor = assessor?.Name,
            FalseAlerts = Worst(main, maker, false, Assess),
            MissedCases = Worst(main, maker, true, Assess),
        };
    }

    private FigureMaker Maker(FoldScores scored) => new(_conversations, scored, _foldOf, _folds, _options);

    private IEnumerable<OperatingPoint> OperatingPoints(ScorerFigures headline, ImmutableArray<CurvePoint> curve)
    {
        string[] names = ["fpr-1e-2", "fpr-1e-3", "fpr-1e-4"];
        for (int i = 0; i < names.Length; i++)
        {
            double limit = MetricCatalogue.FalsePositiveRates[i];
            if (headline.Estimates[MetricCatalogue.RecallAtFirstLimit + i].Value is { } recall)
            {
                double? threshold = curve.LastOrDefault(p => p.FalsePositives <= limit * p.Negatives * (1 + 1e-12))?.Threshold;
                yield return OperatingPoint.At(names[i], limit, false, recall, threshold, _options.Prevalence);
            }
        }

        if (headline.Counts is { FalsePositiveRate: { } rate, Recall: { } found } counts)
        {
            // No false alert among n negatives: the rate is below 3 / n with 95 % confidence (Hanley and Lippman-Hand 1983).
            bool bound = counts.FalsePositives == 0;
            yield return OperatingPoint.At("chosen", bound ? Math.Min(1, 3.0 / counts.TrueNegatives) : rate, bound, found, null, _options.Prevalence);
        }
    }

    private ImmutableArray<WorstError> Worst(FoldScores main, FigureMaker maker, bool label, Func<int, RiskAssessment?> assess)
    {
        var wrong = _rows.Where(i => _conversations[i].Label == label && maker.IsAlerted(i) == !label)
            .OrderByDescending(i => Math.Abs(main.Scores[i].Score - maker.ThresholdOf(i)!.Value)).ThenBy(i => i).Take(Errors);
        return
        [
            .. wrong.Select(i =>
            {
                RiskAssessment? assessment = assess(i);
                return new WorstError(
                    _conversations[i].Conversation.Id ?? i.ToString(CultureInfo.InvariantCulture), _foldOf[i], label, main.Scores[i].Score, maker.ThresholdOf(i)!.Value,
                    _conversations[i].Conversation.Messages.Count,
                    [.. assessment?.Contributions.OrderByDescending(c => Math.Abs(c.Value)).ThenBy(c => c.Name, StringComparer.Ordinal).Take(ErrorLines) ?? []],
                    [.. assessment?.Assumptions.Select(a => a.Code).Distinct(StringComparer.Ordinal) ?? []]);
            }),
        ];
    }

    private ImmutableArray<DataWarning> Warnings(ScorerFigures headline, IEnumerable<DataWarning> doubts)
    {
        var warnings = ImmutableArray.CreateBuilder<DataWarning>();
        warnings.AddRange(_check.Warnings);
        foreach (DataWarning warning in _split?.Warnings ?? [])
        {
            if (!warnings.Any(w => string.Equals(w.Id, warning.Id, StringComparison.Ordinal)))
            {
                warnings.Add(warning);
            }
        }

        if (headline.Positives is > 0 and < 100)
        {
            warnings.Add(new DataWarning("few-positives", string.Create(CultureInfo.InvariantCulture, $"{headline.Positives} cases make wide intervals: read them, not the figures alone.")));
        }

        if (headline.Negatives is > 0 and < 1000)
        {
            warnings.Add(new DataWarning("few-negatives", string.Create(CultureInfo.InvariantCulture,
                $"{headline.Negatives} negatives cannot resolve a false-positive rate of one in {(headline.Negatives < 100 ? "a hundred" : "a thousand")}: recall there is undefined.")));
        }

        warnings.AddRange(doubts);
        return warnings.ToImmutable();
    }
}
