namespace GroomingSignals.Assessment;

/// <summary>A part of a message's original text, in UTF-16 code units, half-open: <paramref name="Start"/> belongs to it, <paramref name="End"/> does not.</summary>
/// <param name="Start">The first code unit.</param>
/// <param name="End">The code unit after the last.</param>
public readonly record struct TextSpan(int Start, int End);
