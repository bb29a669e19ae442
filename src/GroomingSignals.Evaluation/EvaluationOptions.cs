using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation;

/// <summary>How to evaluate; the defaults are right for most.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The defaults.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>How many folds, at least 2: 5 unless said otherwise. A finished model needs them for its thresholds only; there they become fewer when the data is small.</summary>
    public int Folds
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 5;

    /// <summary>Decides what chance decides: folds, training, resamples. 1 unless said otherwise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What may not stand on both sides of a split.</summary>
    public SplitOptions Split { get; init; } = SplitOptions.Default;

    /// <summary>The share of conversations on the platform that are grooming, for the translation of rates into alerts: 1 in 10,000 unless said otherwise.</summary>
    public double Prevalence
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A prevalence lies between 0 and 1, for example 0.0001.");
    } = 1e-4;

    /// <summary>How many bootstrap resamples make an interval: 1,000 unless said otherwise; 0 for none.</summary>
    public int Resamples
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1000;

    /// <summary>After how many messages an alert has lost half its worth in F-latency; at least 2.</summary>
    public int LatencyHalf
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = EarlyDetection.DefaultHalf;

    /// <summary>How many threads score and resample; as many as there are processors unless said otherwise. The result does not depend on it.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>The command that made the evaluation, to be repeated in reports; null when there is none.</summary>
    public string? Command { get; init; }
}
