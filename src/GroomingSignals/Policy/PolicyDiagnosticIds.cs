namespace GroomingSignals.Policy;

/// <summary>The stable ids of what only a policy can get wrong. What any file can get wrong has the ids of <see cref="RulePacks.DiagnosticIds"/>.</summary>
internal static class PolicyDiagnosticIds
{
    /// <summary>A threshold or a prevalence that is not between 0 and 1.</summary>
    public const string NotAShare = "GSR2001";

    /// <summary>Thresholds that fall from one severity to the next.</summary>
    public const string ThresholdOrder = "GSR2002";

    /// <summary>A tactic without any threshold.</summary>
    public const string NoThreshold = "GSR2003";

    /// <summary>An override that changes nothing.</summary>
    public const string NoChange = "GSR2004";

    /// <summary>A field that can never matter beside another.</summary>
    public const string NeverMatters = "GSR2005";

    /// <summary>Warning: an override of a rule that no loaded pack has.</summary>
    public const string UnknownRule = "GSR2006";

    /// <summary>Warning: an override that gives a rule what it already has.</summary>
    public const string SameAsRule = "GSR2007";
}
