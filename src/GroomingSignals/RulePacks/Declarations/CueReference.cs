using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Declarations;

/// <summary>A name of a cue that a pack uses.</summary>
/// <param name="Kind">What it must be.</param>
/// <param name="PackId">The pack that has it.</param>
/// <param name="Name">The name within that pack.</param>
/// <param name="Position">Where it is used.</param>
internal sealed record CueReference(CueKind Kind, string PackId, string Name, SourcePosition Position)
{
    /// <summary>The full name, equal wherever it is used.</summary>
    public string FullName => $"{PackId}/{Name}";

    /// <summary>For a number: the span that a condition asks for.</summary>
    public (int From, int To)? Between { get; init; }

    /// <summary>For a number: a condition compares it with ages.</summary>
    public bool ComparesAges { get; init; }
}
