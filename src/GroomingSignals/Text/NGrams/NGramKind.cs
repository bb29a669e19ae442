namespace GroomingSignals.Text.NGrams;

/// <summary>What an n-gram is made of.</summary>
internal enum NGramKind
{
    /// <summary>A word.</summary>
    Word,

    /// <summary>Two words in a row, whatever stands between them.</summary>
    WordPair,

    /// <summary>Three to five characters of a token, the spaces around the token included.</summary>
    Characters,
}
