namespace GroomingSignals.Participants;

/// <summary>How many different ones there are.</summary>
/// <param name="Value">The count: exact up to 64, beyond that an estimate.</param>
/// <param name="RelativeError">The relative standard error of the estimate, at most 0.128; 0 when the count is exact.</param>
public sealed record ApproximateCount(long Value, double RelativeError);
