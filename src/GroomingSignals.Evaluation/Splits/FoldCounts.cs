namespace GroomingSignals.Evaluation.Splits;

/// <summary>What stands in one fold.</summary>
/// <param name="Positives">Conversations labelled as grooming.</param>
/// <param name="Negatives">Conversations labelled as not.</param>
/// <param name="Unlabelled">Conversations without a label.</param>
public sealed record FoldCounts(int Positives, int Negatives, int Unlabelled)
{
    /// <summary>All conversations.</summary>
    public int Conversations => Positives + Negatives + Unlabelled;
}
