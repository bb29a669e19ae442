namespace GroomingSignals.Assessment;

/// <summary>How soon a trained person should look. A reason to look, never a verdict.</summary>
public enum Severity
{
    /// <summary>Nothing to look at.</summary>
    None = 0,

    /// <summary>Signals that need no queue by themselves.</summary>
    Low = 1,

    /// <summary>Belongs in the review queue.</summary>
    Review = 2,

    /// <summary>Belongs at the head of the review queue.</summary>
    Urgent = 3,
}
