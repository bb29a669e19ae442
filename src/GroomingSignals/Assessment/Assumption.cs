namespace GroomingSignals.Assessment;

/// <summary>Something that was assumed, truncated or evicted.</summary>
/// <param name="Code">A stable code, for example <c>age-unknown</c> or <c>text-truncated</c>.</param>
/// <param name="Subject">The participant, rule, message or setting it is about; null when it is about the conversation.</param>
/// <param name="Count">How often; at least 1.</param>
/// <param name="Detail">One sentence, without message text.</param>
public sealed record Assumption(string Code, string? Subject, int Count, string Detail);
