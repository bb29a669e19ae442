using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace GroomingSignals.RulePacks.Testing;

/// <summary>Disguises a text. The same text always gives the same disguise; what is not a word of ASCII letters stays as it is.</summary>
internal static class ObfuscationWriter
{
    private const char ZeroWidthSpace = '\u200B';

    private static readonly FrozenDictionary<char, char> Digits =
        new Dictionary<char, char> { ['a'] = '4', ['e'] = '3', ['i'] = '1', ['o'] = '0', ['s'] = '5' }.ToFrozenDictionary();

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouAEIOU");

    private static readonly SearchValues<char> WrittenAsDigits = SearchValues.Create("aeiosAEIOS");

    /// <summary>From confusables.txt of Unicode Technical Standard 39, Cyrillic but for omicron and nu.</summary>
    private static readonly FrozenDictionary<char, char> LookAlikes = new Dictionary<char, char>
    {
        ['a'] = '\u0430',
        ['c'] = '\u0441',
        ['e'] = '\u0435',
        ['i'] = '\u0456',
        ['j'] = '\u0458',
        ['o'] = '\u03BF',
        ['p'] = '\u0440',
        ['s'] = '\u0455',
        ['v'] = '\u03BD',
        ['x'] = '\u0445',
        ['y'] = '\u0443',
    }.ToFrozenDictionary();

    /// <summary>The text under a disguise.</summary>
    public static string Write(ObfuscationVariant variant, string text)
    {
        if (variant == ObfuscationVariant.Spaced)
        {
            return Spaced(text);
        }

        var written = new StringBuilder(text.Length * 2);
        int at = 0;
        foreach (var (start, end) in Words(text))
        {
            written.Append(text, at, start - at);
            Word(variant, text.AsSpan(start, end - start), written);
            at = end;
        }

        return written.Append(text, at, text.Length - at).ToString();
    }

    private static void Word(ObfuscationVariant variant, ReadOnlySpan<char> word, StringBuilder into)
    {
        switch (variant)
        {
            case ObfuscationVariant.ZeroWidth:
                into.Append(word[0]);
                foreach (char c in word[1..])
                {
                    into.Append(ZeroWidthSpace).Append(c);
                }

                break;
            case ObfuscationVariant.Runs:
                int at = Math.Max(0, word.IndexOfAny(Vowels));
                into.Append(word[..at]).Append(word[at], word.Length > 1 ? 3 : 1).Append(word[(at + 1)..]);
                break;
            case ObfuscationVariant.Leet:
                // A word of digits alone is a number, so one letter has to stay.
                Replace(word, word.ContainsAnyExcept(WrittenAsDigits) ? Digits : null, into);
                break;
            default:
                Replace(word, LookAlikes, into);
                break;
        }
    }

    private static void Replace(ReadOnlySpan<char> word, FrozenDictionary<char, char>? map, StringBuilder into)
    {
        foreach (char c in word)
        {
            char lower = char.ToLowerInvariant(c);
            into.Append(map is null || !map.TryGetValue(lower, out char other) ? c : c == lower ? other : char.ToUpperInvariant(other));
        }
    }

    /// <summary>A single letter beside the word would become part of it, so that a word without such neighbours goes first.</summary>
    private static string Spaced(string text)
    {
        var best = (Start: 0, End: 0, Free: false);
        foreach (var (start, end) in Words(text))
        {
            bool free = !IsSingle(text, start - 2) && !IsSingle(text, end + 1);
            if (end - start >= 3 && ((free && !best.Free) || (free == best.Free && end - start > best.End - best.Start)))
            {
                best = (start, end, free);
            }
        }

        return $"{text[..best.Start]}{string.Join(' ', text[best.Start..best.End].ToCharArray())}{text[best.End..]}";
    }

    /// <summary>True when a letter stands here alone.</summary>
    private static bool IsSingle(string text, int at) =>
        at >= 0 && at < text.Length && char.IsLetter(text[at])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    /// <summary>The words that have ASCII letters only.</summary>
    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (int start = 0; start < text.Length; start++)
        {
            int end = start;
            bool plain = true;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                plain &= char.IsAsciiLetter(text[end]);
                end++;
            }

            if (plain && end > start)
            {
                yield return (start, end);
            }

            start = end;
        }
    }
}
