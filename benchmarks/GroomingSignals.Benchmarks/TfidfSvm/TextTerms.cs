using System.Text.RegularExpressions;

namespace GroomingSignals.Benchmarks.TfidfSvm;

/// <summary>
/// The terms of a text as scikit-learn's <c>TfidfVectorizer</c> takes them: of words (lower case, two characters or more) one and two in a row, of
/// characters three to five in a row within words that have a space on either side (<c>char_wb</c>).
/// </summary>
internal static partial class TextTerms
{
    private const int Shortest = 3;
    private const int Longest = 5;

    /// <summary>How often each word and each two words in a row occur.</summary>
    public static Dictionary<string, int> Words(string text)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        string? before = null;
        foreach (Match match in Word().Matches(text.ToLowerInvariant()))
        {
            Count(terms, match.Value);
            if (before is not null)
            {
                Count(terms, $"{before} {match.Value}");
            }

            before = match.Value;
        }

        return terms;
    }

    /// <summary>How often each three to five characters in a row occur.</summary>
    public static Dictionary<string, int> Characters(string text)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string word in text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string padded = $" {word} ";
            for (int length = Shortest; length <= Longest; length++)
            {
                // A word that is no longer counts once, and not again for greater lengths.
                if (padded.Length <= length)
                {
                    Count(terms, padded);
                    break;
                }

                for (int at = 0; at + length <= padded.Length; at++)
                {
                    Count(terms, padded.Substring(at, length));
                }
            }
        }

        return terms;
    }

    private static void Count(Dictionary<string, int> terms, string term) => terms[term] = terms.GetValueOrDefault(term) + 1;

    [GeneratedRegex(@"\b\w\w+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
