namespace GroomingSignals.Text.NGrams;

/// <summary>Receives the n-grams of a text, repeated ones included, by where they end. Implemented by structs, so that the call is inlined.</summary>
internal interface INGramSink
{
    /// <summary>Takes an n-gram.</summary>
    /// <param name="hash">A hash whose high bits are the good ones.</param>
    /// <param name="kind">What the n-gram is made of.</param>
    /// <param name="start">Its first character in the view; -1 when it begins with the space before the text.</param>
    /// <param name="end">The character after its last; one beyond the text when it ends with the space after it.</param>
    void Add(ulong hash, NGramKind kind, int start, int end);
}
