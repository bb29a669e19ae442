namespace GroomingSignals.Rules;

/// <summary>Whether a rule runs.</summary>
internal enum RuleMode
{
    Off,

    /// <summary>Counted and reported, never scored.</summary>
    Shadow,
    Live,
}
