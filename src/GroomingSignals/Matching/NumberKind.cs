namespace GroomingSignals.Matching;

/// <summary>What the number of a number cue means.</summary>
internal enum NumberKind
{
    Age,
    SchoolYear,
    Quantity,
}
