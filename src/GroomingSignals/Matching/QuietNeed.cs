namespace GroomingSignals.Matching;

/// <summary>What a text must have where a cue is to matter, as far as keys tell.</summary>
/// <param name="Later">True when it also takes something that was said before.</param>
/// <param name="Beside">Sets of cues: the text must have one of each.</param>
internal sealed record QuietNeed(bool Later, int[][] Beside);
