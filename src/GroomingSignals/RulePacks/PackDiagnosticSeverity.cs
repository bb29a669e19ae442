namespace GroomingSignals.RulePacks;

/// <summary>How much a diagnostic matters.</summary>
public enum PackDiagnosticSeverity
{
    /// <summary>The file loads; somebody should look.</summary>
    Warning = 0,

    /// <summary>The file does not load.</summary>
    Error = 1,
}
