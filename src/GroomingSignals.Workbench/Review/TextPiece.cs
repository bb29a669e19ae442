namespace GroomingSignals.Workbench.Review;

/// <summary>A piece of a revealed message.</summary>
/// <param name="Text">The text; null where it stays masked.</param>
/// <param name="Length">How many UTF-16 code units it has.</param>
/// <param name="Tactics">The tactics whose evidence it is; empty outside evidence.</param>
internal sealed record TextPiece(string? Text, int Length, string[] Tactics);
