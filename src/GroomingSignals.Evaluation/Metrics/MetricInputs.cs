namespace GroomingSignals.Evaluation.Metrics;

/// <summary>Labelled rows, one a conversation, as arrays of one length.</summary>
internal sealed record MetricInputs
{
    /// <summary>True for grooming.</summary>
    public required bool[] Labels { get; init; }

    /// <summary>The scores.</summary>
    public required double[] Scores { get; init; }

    /// <summary>Probabilities; null when one is missing.</summary>
    public double[]? Probabilities { get; init; }

    /// <summary>Whether each row is alerted at its threshold; null when there is none.</summary>
    public bool[]? Alerted { get; init; }

    /// <summary>When each row was alerted in the stream; null when scores cannot be had in part.</summary>
    public Alert[]? Stream { get; init; }

    /// <summary>At how many messages the penalty for coming late is one half.</summary>
    public int Half { get; init; } = EarlyDetection.DefaultHalf;
}
