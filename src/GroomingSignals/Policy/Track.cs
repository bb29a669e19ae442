namespace GroomingSignals.Policy;

/// <summary>Which pair of ages is looked at.</summary>
internal enum Track
{
    AdultToMinor,
    UnknownToMinor,
    MinorToMinor,
    UnknownToUnknown,
    AdultToAdult,
}
