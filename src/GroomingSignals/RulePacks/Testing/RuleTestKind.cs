namespace GroomingSignals.RulePacks.Testing;

/// <summary>What a test of a rule shows.</summary>
internal enum RuleTestKind
{
    /// <summary>The rule finds what it is for.</summary>
    Positive,

    /// <summary>It leaves alone what merely looks like it.</summary>
    NearMiss,

    /// <summary>The same words said by the other participant are not a match.</summary>
    Swapped,

    /// <summary>The same words in another discourse role are something else.</summary>
    Role,
}
