namespace GroomingSignals.Assessment;

/// <summary>What decided a severity.</summary>
public enum SeverityDecision
{
    /// <summary>No threshold was reached.</summary>
    BelowThresholds = 0,

    /// <summary>The threshold on the overall risk.</summary>
    Overall = 1,

    /// <summary>The threshold on the own risk of one tactic.</summary>
    Tactic = 2,

    /// <summary>The threshold of a tactic with a fast path: it holds from the first match.</summary>
    FastPath = 3,

    /// <summary>The overall risk reached a higher threshold, but there are fewer pieces of evidence than that severity needs. A classifier's own voice is not bound by this.</summary>
    MinimumEvidence = 4,

    /// <summary>The track reports tactics but raises no grooming risk.</summary>
    Track = 5,

    /// <summary>The rules alone reach a higher severity on their own scale than the fused score does on its: a classifier never hides what the rules show.</summary>
    Rules = 6,
}
