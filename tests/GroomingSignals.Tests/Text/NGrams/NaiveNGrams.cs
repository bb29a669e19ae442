using GroomingSignals.Text;

namespace GroomingSignals.Tests.Text.NGrams;

/// <summary>The n-grams of a folded text as strings, made the plain way: the oracle.</summary>
internal static class NaiveNGrams
{
    public static List<string> Of(string folded)
    {
        var words = Words(folded);
        var all = words.Select(word => $"word {word}").ToList();
        all.AddRange(words.Zip(words.Skip(1), (first, second) => $"pair {first} {second}"));
        foreach (string token in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string padded = $" {token} ";
            for (int n = 3; n <= 5; n++)
            {
                for (int i = 0; i + n <= padded.Length; i++)
                {
                    all.Add($"chars {padded.Substring(i, n)}");
                }
            }
        }

        return all;
    }

    private static List<string> Words(string folded)
    {
        var words = new List<string>();
        string word = "";
        foreach (char c in folded + " ")
        {
            if (ViewText.IsWord(c))
            {
                word += c;
            }
            else if (word.Length > 0)
            {
                words.Add(word);
                word = "";
            }
        }

        return words;
    }
}
