namespace GroomingSignals.RulePacks;

/// <content>Policies.</content>
internal static partial class DiagnosticIds
{
    /// <summary>A threshold or a prevalence of a policy that is not between 0 and 1.</summary>
    public const string NotAShare = "GSR2001";

    /// <summary>Thresholds of a policy that fall from one severity to the next.</summary>
    public const string ThresholdOrder = "GSR2002";

    /// <summary>A tactic in a policy without any threshold.</summary>
    public const string NoThreshold = "GSR2003";

    /// <summary>An override that changes nothing.</summary>
    public const string NoChange = "GSR2004";

    /// <summary>A field of a policy that can never matter beside another.</summary>
    public const string NeverMatters = "GSR2005";

    /// <summary>Warning: an override of a rule that no loaded pack has.</summary>
    public const string OverrideOfNothing = "GSR2006";

    /// <summary>Warning: an override that gives a rule what it already has.</summary>
    public const string OverrideOfSame = "GSR2007";
}
