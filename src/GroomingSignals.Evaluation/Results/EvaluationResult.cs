using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Results;

/// <summary>All that an evaluation found: what its report and its JSON show. It holds no message text.</summary>
public sealed record EvaluationResult
{
    /// <summary>What was evaluated.</summary>
    public required string Name { get; init; }

    /// <summary>True when a scorer was trained for each fold, false when a finished one was measured.</summary>
    public required bool IsCrossValidation { get; init; }

    /// <summary>The options.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>The version of the engine.</summary>
    public required string Engine { get; init; }

    /// <summary>What the assessments behind the tables were made with; null when nothing could assess.</summary>
    public required VersionSet? Versions { get; init; }

    /// <summary>What the data holds.</summary>
    public required DataCheck Check { get; init; }

    /// <summary>The folds; null when the data has fewer than two conversations.</summary>
    public required FoldAssignment? Split { get; init; }

    /// <summary>Everything a reader must know: of the data, then of the split, then of the figures.</summary>
    public required ImmutableArray<DataWarning> Warnings { get; init; }

    /// <summary>The conversations with their scores, in the order of the data.</summary>
    public required ImmutableArray<ScoredConversation> Conversations { get; init; }

    /// <summary>The figures of what was evaluated.</summary>
    public required ScorerFigures Headline { get; init; }

    /// <summary>Ablations, matched parts and baselines, on the same folds.</summary>
    public required ImmutableArray<ScorerFigures> Others { get; init; }

    /// <summary>What reaches the severities low, review and urgent, as a platform would see it; empty when what is evaluated gives none, as a training by cross-validation.</summary>
    public required ImmutableArray<SeverityFigure> Severities { get; init; }

    /// <summary>What thresholds would mean on a platform of the prevalence.</summary>
    public required ImmutableArray<OperatingPoint> OperatingPoints { get; init; }

    /// <summary>The thresholds from the highest down; thinned to about five hundred.</summary>
    public required ImmutableArray<CurvePoint> Curve { get; init; }

    /// <summary>Promised and observed shares; empty without probabilities.</summary>
    public required ImmutableArray<ReliabilityPoint> Reliability { get; init; }

    /// <summary>The scores by class.</summary>
    public required ImmutableArray<HistogramBin> Histogram { get; init; }

    /// <summary>What was alerted after how many messages; empty when scores cannot be had in part.</summary>
    public required ImmutableArray<LatencyPoint> Latency { get; init; }

    /// <summary>How groups fare; empty when the data names none.</summary>
    public required ImmutableArray<FairnessFigure> Fairness { get; init; }

    /// <summary>By tactic; empty when nothing could assess.</summary>
    public required ImmutableArray<TacticFigure> Tactics { get; init; }

    /// <summary>By rule; empty when nothing could assess.</summary>
    public required ImmutableArray<RuleFigure> Rules { get; init; }

    /// <summary>Whose assessments the tables by tactic and rule and the explanations of errors are; null when nothing could assess.</summary>
    public required string? Assessor { get; init; }

    /// <summary>The negatives furthest above their threshold.</summary>
    public required ImmutableArray<WorstError> FalseAlerts { get; init; }

    /// <summary>The cases furthest below their threshold.</summary>
    public required ImmutableArray<WorstError> MissedCases { get; init; }
}
