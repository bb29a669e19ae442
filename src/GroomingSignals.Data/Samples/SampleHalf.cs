namespace GroomingSignals.Data.Samples;

/// <summary>Which phrases a sample may use: with halves, what is learnt from one can be tried on phrases that were never seen.</summary>
public enum SampleHalf
{
    /// <summary>All phrases.</summary>
    Whole = 0,

    /// <summary>Of every tactic's subtype and of every everyday scene, each second phrase, from the first on.</summary>
    First = 1,

    /// <summary>Of every tactic's subtype and of every everyday scene, each second phrase, from the second on.</summary>
    Second = 2,
}
