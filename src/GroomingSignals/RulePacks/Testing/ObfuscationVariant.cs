namespace GroomingSignals.RulePacks.Testing;

/// <summary>A way in which a text is disguised.</summary>
internal enum ObfuscationVariant
{
    /// <summary>Invisible characters between letters.</summary>
    ZeroWidth,

    /// <summary>The letters of the longest word set apart.</summary>
    Spaced,

    /// <summary>Digits for letters.</summary>
    Leet,

    /// <summary>A letter of each word three times.</summary>
    Runs,

    /// <summary>Cyrillic and Greek letters that look like Latin ones.</summary>
    Confusable,
}
