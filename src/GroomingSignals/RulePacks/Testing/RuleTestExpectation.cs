namespace GroomingSignals.RulePacks.Testing;

/// <summary>What a test expects of its rule.</summary>
internal enum RuleTestExpectation
{
    Match,
    NoMatch,

    /// <summary>Should match and does not yet: reported, and a failure once it does.</summary>
    TodoMatch,

    /// <summary>Should not match and still does: reported, and a failure once it does not.</summary>
    TodoNoMatch,
}
