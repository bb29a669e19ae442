using System.Collections.Immutable;
using GroomingSignals.Data;

namespace GroomingSignals.Evaluation.Splits;

/// <summary>
/// Conversations of nearly the same text. Found by MinHash with banding over word shingles of the folded text, and verified by the exact
/// Jaccard similarity; what is like something of a group joins it. Conversations without words are like none.
/// </summary>
public sealed record NearDuplicates
{
    /// <summary>The groups of two or more, as indexes into the data, in order of the first.</summary>
    public required ImmutableArray<ImmutableArray<int>> Groups { get; init; }

    /// <summary>How many conversations stand in a group.</summary>
    public int Conversations => Groups.Sum(g => g.Length);

    /// <summary>How many conversations are short common texts, such as a greeting: fewer than 8 words, the same in over 20 and over 1 % of conversations. They are no duplicates of each other.</summary>
    public required int CommonTexts { get; init; }

    /// <summary>How many comparisons were left out because too many unlike texts looked alike to the hashes; 0 in ordinary data.</summary>
    public required long NotCompared { get; init; }

    /// <summary>Finds them. Time and memory grow linearly with the text: about a third of what the text itself takes.</summary>
    /// <param name="conversations">The data.</param>
    /// <param name="similarity">From which Jaccard similarity on two are near-duplicates, above 0 and at most 1.</param>
    /// <param name="threads">How many threads; the result does not depend on it.</param>
    public static NearDuplicates Find(IReadOnlyList<LabelledConversation> conversations, double similarity = 0.8, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(similarity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(similarity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return new NearDuplicateFinder(conversations, similarity, threads).Find();
    }
}
