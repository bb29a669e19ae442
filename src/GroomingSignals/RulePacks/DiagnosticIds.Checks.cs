namespace GroomingSignals.RulePacks;

/// <content>What only a pack and its tests together can show.</content>
internal static partial class DiagnosticIds
{
    /// <summary>Warning: a stable rule has fewer tests than it must.</summary>
    public const string TooFewTests = "GSR3001";

    /// <summary>Warning: a rule does not say why it says something.</summary>
    public const string NoRationale = "GSR3002";

    /// <summary>Warning: a rule does not say on what it is known to match wrongly.</summary>
    public const string NoFalsePositives = "GSR3003";

    /// <summary>Warning: a rule has no sentence for its evidence.</summary>
    public const string NoExplanation = "GSR3004";

    /// <summary>Warning: a cue by itself is so short that it is found everywhere.</summary>
    public const string ShortPhrase = "GSR3005";

    /// <summary>Warning: a pack has a rule of a tactic and no advice on it.</summary>
    public const string NoAdvice = "GSR3006";

    /// <summary>Warning: a pack advises on a tactic of which it has no rule.</summary>
    public const string UnusedAdvice = "GSR3007";

    /// <summary>A test of a rule that the pack does not have.</summary>
    public const string TestOfNothing = "GSR3008";

    /// <summary>A file of tests that names another pack.</summary>
    public const string TestsOfOtherPack = "GSR3009";

    /// <summary>Warning: no test shows that a discourse role makes the same words something else.</summary>
    public const string RoleWithoutTest = "GSR3010";

    /// <summary>Warning: a rule names no source.</summary>
    public const string NoReferences = "GSR3011";

    /// <summary>Warning: a phrase holds what keeps it from being found.</summary>
    public const string DeadPhrase = "GSR3012";

    /// <summary>Warning: a cue anywhere in the message silences a rule.</summary>
    public const string SilencedAnywhere = "GSR3013";
}
