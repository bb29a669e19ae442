namespace GroomingSignals.Evaluation.Splits;

/// <summary>What may not stand on both sides of a split; the defaults are right for most data.</summary>
public sealed record SplitOptions
{
    /// <summary>The defaults.</summary>
    public static SplitOptions Default { get; } = new();

    /// <summary>What participant ids name: somebody within one conversation unless said otherwise.</summary>
    public ParticipantScope Participants { get; init; }

    /// <summary>True, as it is unless said otherwise, when conversations of nearly the same text stand on one side.</summary>
    public bool KeepNearDuplicatesTogether { get; init; } = true;

    /// <summary>From which Jaccard similarity of their word shingles on two conversations are near-duplicates, above 0 and at most 1: 0.8 unless said otherwise. Below 0.7 some are missed.</summary>
    public double NearDuplicateSimilarity
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            field = value;
        }
    } = 0.8;

    /// <summary>How many threads compare texts; as many as there are processors unless said otherwise. The split does not depend on it.</summary>
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
