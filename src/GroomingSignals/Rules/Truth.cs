namespace GroomingSignals.Rules;

/// <summary>Three-valued logic (Kleene): what cannot be decided is unknown, never false in silence. <c>all</c> is the least value, <c>any</c> the greatest.</summary>
internal enum Truth
{
    False = 0,
    Unknown = 1,
    True = 2,
}
