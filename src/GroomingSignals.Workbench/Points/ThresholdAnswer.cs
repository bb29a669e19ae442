namespace GroomingSignals.Workbench.Points;

/// <summary>What a threshold, or a whole queue, means on the platform.</summary>
/// <param name="Risk">The threshold on risk; null for a queue.</param>
/// <param name="Conversations">Conversations of the corpus that it brings.</param>
/// <param name="Recall">Of a track: the share of the track's own cases. Of a queue: of all.</param>
/// <param name="FalsePositiveRate">The share of all negatives that it brings.</param>
/// <param name="Precision">The share of cases among what it brings, at the stated prevalence.</param>
/// <param name="CasesPerDay">What it brings on a day.</param>
/// <param name="TrueCasesPerDay">The true cases among these.</param>
/// <param name="CapacityShare">The share of the reviewers' day that they take.</param>
/// <param name="MessagesToAlert">The median number of messages before a case that is found is alerted.</param>
internal sealed record ThresholdAnswer(
    double? Risk, int Conversations, Figure Recall, Figure FalsePositiveRate, Figure Precision, Figure CasesPerDay, Figure TrueCasesPerDay, Figure CapacityShare,
    Figure MessagesToAlert);
