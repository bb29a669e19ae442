using System.Collections.Immutable;

namespace GroomingSignals.Matching;

/// <summary>A number in a phrase, such as a claim of age. The place of the number in a phrase is <c>{n}</c>.</summary>
internal sealed record NumberCue(string Name) : CueDefinition(Name)
{
    public NumberKind Kind { get; init; }

    /// <summary>Expanded phrases, each with exactly one <c>{n}</c> and words on at least one side of it.</summary>
    public ImmutableArray<string> Phrases { get; init; } = [];

    /// <summary>Expanded phrases with one <c>{n}</c>: a number that stands at the <c>{n}</c> of one of them does not count.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>Least number that counts.</summary>
    public int Minimum { get; init; }

    /// <summary>Greatest number that counts.</summary>
    public int Maximum { get; init; } = 99;

    /// <summary>Added to the number to give <see cref="CueHit.Value"/> (the lower edge of what it implies).</summary>
    public int OffsetFrom { get; init; }

    /// <summary>Added to the number to give <see cref="CueHit.ValueTo"/> (the upper edge).</summary>
    public int OffsetTo { get; init; }
}
