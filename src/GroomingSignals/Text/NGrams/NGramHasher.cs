using System.Runtime.CompilerServices;

namespace GroomingSignals.Text.NGrams;

/// <summary>
/// Walks over the n-grams of a folded text in one pass: words, pairs of words, and three to five characters of a token with the spaces around it
/// (scikit-learn calls these <c>char_wb</c>). Words are letters, digits and marks; tokens are what stands between spaces, so that ":)" is one.
/// </summary>
/// <remarks>
/// Character grams are hashed by sums of products with odd constants, one for each place counted from the end (multilinear hashing, Carter and
/// Wegman 1979; the high bits are the universal ones); words by a polynomial. At most five n-grams a character: the work is linear in the text.
/// </remarks>
internal static class NGramHasher
{
    /// <summary>How many n-grams a text has at most for each of its characters.</summary>
    public const int MostForOneCharacter = 5;

    /// <summary>The highest bit of a hash: set for words and their pairs, clear for runs of characters, so that each kind has its half of a table.</summary>
    public const ulong OfWords = 1UL << 63;

    private const ulong Place0 = 0x9E3779B97F4A7C15;
    private const ulong Place1 = 0xC2B2AE3D27D4EB4F;
    private const ulong Place2 = 0xD6E8FEB86659FD93;
    private const ulong Place3 = 0xA0761D6478BD642F;
    private const ulong Place4 = 0xE7037ED1A0B428DB;
    private const ulong Three = 0x8EBC6AF09C88C6E3;
    private const ulong Four = 0x589965CC75374CC3;
    private const ulong Five = 0x1D8E4E27C47D124F;
    private const ulong Step = 0xF1357AEA2E62A9C5;
    private const ulong Alone = 0xAEF17502108EF2D9;
    private const ulong First = 0xD1342543DE82EF95;
    private const ulong Second = 0x2545F4914F6CDD1D;
    private const ulong Pair = 0x94D049BB133111EB;

    /// <summary>Gives every n-gram of a text to a sink.</summary>
    /// <param name="folded">A folded text: white space is single spaces.</param>
    /// <param name="sink">Receives them.</param>
    public static void Walk<TSink>(ReadOnlySpan<char> folded, ref TSink sink)
        where TSink : struct, INGramSink
    {
        WalkWords(folded, ref sink);
        WalkCharacters(folded, ref sink);
    }

    private static void WalkWords<TSink>(ReadOnlySpan<char> folded, ref TSink sink)
        where TSink : struct, INGramSink
    {
        ulong word = 0;
        ulong before = 0;
        int start = -1;
        int startBefore = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && ViewText.IsWord(folded[i]))
            {
                start = start < 0 ? i : start;
                word = (word + folded[i]) * Step;
            }
            else if (start >= 0)
            {
                sink.Add((word * Alone) | OfWords, NGramKind.Word, start, i);
                if (startBefore >= 0)
                {
                    sink.Add(((before * First) + (word * Second) + Pair) | OfWords, NGramKind.WordPair, startBefore, i);
                }

                before = word;
                startBefore = start;
                word = 0;
                start = -1;
            }
        }
    }

    private static void WalkCharacters<TSink>(ReadOnlySpan<char> folded, ref TSink sink)
        where TSink : struct, INGramSink
    {
        // The last four characters of the token, the space before it included, the latest in c1; and how many there are.
        ulong c1 = ' ';
        ulong c2 = 0;
        ulong c3 = 0;
        ulong c4 = 0;
        int seen = 1;
        for (int i = 0; i <= folded.Length; i++)
        {
            ulong c0 = i < folded.Length ? folded[i] : ' ';
            if (seen >= 2)
            {
                Add(c0, c1, c2, c3, c4, seen, i + 1, ref sink);
            }

            if (c0 == ' ')
            {
                seen = 1;
            }
            else
            {
                seen++;
            }

            c4 = c3;
            c3 = c2;
            c2 = c1;
            c1 = c0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TSink>(ulong c0, ulong c1, ulong c2, ulong c3, ulong c4, int seen, int end, ref TSink sink)
        where TSink : struct, INGramSink
    {
        ulong hash = (c0 * Place0) + (c1 * Place1) + (c2 * Place2);
        sink.Add((hash + Three) & ~OfWords, NGramKind.Characters, end - 3, end);
        if (seen >= 3)
        {
            hash += c3 * Place3;
            sink.Add((hash + Four) & ~OfWords, NGramKind.Characters, end - 4, end);
            if (seen >= 4)
            {
                sink.Add((hash + (c4 * Place4) + Five) & ~OfWords, NGramKind.Characters, end - 5, end);
            }
        }
    }
}
