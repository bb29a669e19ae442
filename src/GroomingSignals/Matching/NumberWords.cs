namespace GroomingSignals.Matching;

/// <summary>English number words from one to ninety-nine, cardinal and ordinal.</summary>
internal static class NumberWords
{
    // Not frozen: a look by span into a frozen dictionary costs memory each time.
    private static readonly Dictionary<string, int> Values = Make();
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Values.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The value of one word; tens and units in one word (<c>twentyone</c>, <c>twenty-one</c>) included.</summary>
    public static bool TryGet(ReadOnlySpan<char> word, out int value) => Lookup.TryGetValue(word, out value);

    /// <summary>The words for the numbers of a range, tens and units joined by a hyphen or by nothing.</summary>
    public static IEnumerable<string> Between(int least, int most) => Values.Where(v => v.Value >= least && v.Value <= most).Select(v => v.Key);

    private static Dictionary<string, int> Make()
    {
        string[] units = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        string[] unitOrdinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
        string[] teens =
        [
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        var values = new Dictionary<string, int>(StringComparer.Ordinal) { ["twelfth"] = 12, ["fourty"] = 40 };
        for (int i = 0; i < units.Length; i++)
        {
            values[units[i]] = i + 1;
            values[unitOrdinals[i]] = i + 1;
        }

        for (int i = 0; i < teens.Length; i++)
        {
            values[teens[i]] = i + 10;
            values[teens[i] + "th"] = i + 10;
        }

        for (int i = 0; i < tens.Length; i++)
        {
            int ten = (i + 2) * 10;
            values[tens[i]] = ten;
            values[tens[i][..^1] + "ieth"] = ten;
            for (int unit = 0; unit < units.Length; unit++)
            {
                foreach (string joint in new[] { "", "-" })
                {
                    values[tens[i] + joint + units[unit]] = ten + unit + 1;
                    values[tens[i] + joint + unitOrdinals[unit]] = ten + unit + 1;
                }
            }
        }

        return values;
    }
}
