namespace GroomingSignals.Text;

/// <summary>What folding saw on its way: which other views a text needs.</summary>
[Flags]
internal enum TextTraits
{
    None = 0,

    /// <summary>Characters beyond ASCII: the skeleton view.</summary>
    NonAscii = 1,

    /// <summary>A letter three times or more in a row: the runs view.</summary>
    LongRun = 2,

    /// <summary>Three or more letters that stand alone: the joined view.</summary>
    Spaced = 4,

    /// <summary>A token with letters and digits or signs: the leet view.</summary>
    Leet = 8,

    /// <summary>A digit: patterns that are anchored by digits.</summary>
    Digits = 16,
}
