namespace GroomingSignals.Evaluation.Comparison;

/// <summary>How to compare; the defaults are right for most.</summary>
public sealed record ComparisonOptions
{
    /// <summary>The defaults.</summary>
    public static ComparisonOptions Default { get; } = new();

    /// <summary>How many resamples, at least 1: 2,000 unless said otherwise.</summary>
    public int Resamples
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 2000;

    /// <summary>Decides what is drawn; 1 unless said otherwise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many threads; as many as there are processors unless said otherwise. The result does not depend on it.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;
}
