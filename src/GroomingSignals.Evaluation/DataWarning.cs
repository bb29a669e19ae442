namespace GroomingSignals.Evaluation;

/// <summary>Something about the data that a reader of the figures must know. It never changes an exit code.</summary>
/// <param name="Id">A stable id, for example <c>near-duplicates</c>.</param>
/// <param name="Detail">One sentence with the numbers, without message text.</param>
public sealed record DataWarning(string Id, string Detail);
