namespace GroomingSignals.Features;

/// <summary>What a cue tells beside tactics.</summary>
[Flags]
internal enum CueFamily
{
    None = 0,

    /// <summary>An age that is claimed.</summary>
    AgeClaim = 1,

    Refusal = 2,

    Disclosure = 4,

    /// <summary>A warning or a lesson.</summary>
    Caution = 8,

    Quotation = 16,

    /// <summary>An everyday reason for which rules let a cue pass.</summary>
    Everyday = 32,
}
