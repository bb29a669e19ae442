namespace GroomingSignals.Workbench.Api;

/// <summary>Why a request was refused.</summary>
/// <param name="Error">One sentence that says what to change.</param>
internal sealed record ErrorAnswer(string Error);
