namespace GroomingSignals.Matching;

/// <summary>An occurrence of a literal in a view.</summary>
/// <param name="Literal">The number of the literal.</param>
/// <param name="Start">The place of its first character.</param>
/// <param name="End">The place after its last.</param>
internal readonly record struct Occurrence(int Literal, int Start, int End);
