namespace GroomingSignals.Conversations;

/// <summary>The names of age bands and provenances in files and results, and what the bands span.</summary>
public static class AgeBands
{
    private static readonly string[] BandNames = ["unknown", "under13", "13-15", "16-17", "adult"];
    private static readonly string[] ProvenanceNames = ["unknown", "inferred", "declared", "verified"];

    /// <summary>The name of a band in files and results, for example <c>13-15</c>.</summary>
    /// <param name="band">A band.</param>
    public static string Name(AgeBand band) => BandNames[(int)band];

    /// <summary>The name of a provenance in files and results, for example <c>declared</c>.</summary>
    /// <param name="provenance">A provenance.</param>
    public static string Name(AgeProvenance provenance) => ProvenanceNames[(int)provenance];

    /// <summary>Finds a band by its name, compared exactly.</summary>
    /// <param name="name">The name, for example <c>13-15</c>.</param>
    /// <param name="band">The band when found.</param>
    public static bool TryParse(string? name, out AgeBand band)
    {
        int index = Array.IndexOf(BandNames, name);
        band = index < 0 ? default : (AgeBand)index;
        return index >= 0;
    }

    /// <summary>Finds a provenance by its name, compared exactly.</summary>
    /// <param name="name">The name, for example <c>declared</c>.</param>
    /// <param name="provenance">The provenance when found.</param>
    public static bool TryParse(string? name, out AgeProvenance provenance)
    {
        int index = Array.IndexOf(ProvenanceNames, name);
        provenance = index < 0 ? default : (AgeProvenance)index;
        return index >= 0;
    }

    /// <summary>True for the three bands under 18 years.</summary>
    internal static bool IsMinor(AgeBand band) => band is AgeBand.Under13 or AgeBand.From13To15 or AgeBand.From16To17;

    /// <summary>The youngest and the oldest whole age of a band, in years, both included; 0 to 120 when unknown.</summary>
    internal static (int From, int To) Span(AgeBand band) => band switch
    {
        AgeBand.Under13 => (0, 12),
        AgeBand.From13To15 => (13, 15),
        AgeBand.From16To17 => (16, 17),
        AgeBand.Adult => (18, 120),
        _ => (0, 120),
    };

    /// <summary>The band that holds a whole age in years.</summary>
    internal static AgeBand Of(int years) => years switch
    {
        < 0 => AgeBand.Unknown,
        < 13 => AgeBand.Under13,
        < 16 => AgeBand.From13To15,
        < 18 => AgeBand.From16To17,
        _ => AgeBand.Adult,
    };
}
