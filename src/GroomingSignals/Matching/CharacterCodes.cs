using System.Runtime.CompilerServices;

namespace GroomingSignals.Matching;

/// <summary>
/// Writes each character that occurs in some literal as symbols of six bits, so that the children of a node fit one 64-bit mask whatever
/// the scripts: the 48 most frequent characters take one symbol, the next 960 two, all others four. Immutable.
/// </summary>
internal sealed class CharacterCodes
{
    /// <summary>The bits of one symbol.</summary>
    public const int SymbolBits = 6;

    /// <summary>How many symbols there are.</summary>
    public const int Symbols = 1 << SymbolBits;

    private const int CountShift = 24;
    private const int Single = 48;
    private const int FarLead = Symbols - 1;
    private const int Double = (FarLead - Single) * Symbols;

    private readonly int[] _ascii = new int[128];
    private readonly int[]?[] _pages = new int[256][];

    public CharacterCodes(string[] literals)
    {
        int[] counts = Count(literals);
        var characters = new List<int>();
        for (int c = 0; c < counts.Length; c++)
        {
            if (counts[c] > 0)
            {
                characters.Add(c);
            }
        }

        characters.Sort((a, b) => counts[a] != counts[b] ? counts[b].CompareTo(counts[a]) : a.CompareTo(b));
        for (int rank = 0; rank < characters.Count; rank++)
        {
            int c = characters[rank];
            Set(c, rank < Single ? Pack(rank)
                : rank < Single + Double ? Pack(Single + ((rank - Single) / Symbols), (rank - Single) % Symbols)
                : Pack(FarLead, c >> 12, (c >> 6) & 63, c & 63));
        }
    }

    /// <summary>The code of a character: its symbols and how many they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(char c) => c < 128 ? _ascii[c] : Far(c);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Far(char c) => _pages[c >> 8] is { } page ? page[c & 0xFF] : 0;

    /// <summary>How many symbols a code has: none for a character that occurs in no literal.</summary>
    public static int CountOf(int code) => code >> CountShift;

    /// <summary>True when a code has exactly one symbol.</summary>
    public static bool IsSingle(int code) => CountOf(code) == 1;

    /// <summary>A symbol of a code.</summary>
    public static int SymbolOf(int code, int index) => (code >> (SymbolBits * index)) & (Symbols - 1);

    private static int[] Count(string[] literals)
    {
        var counts = new int[char.MaxValue + 1];
        foreach (string literal in literals)
        {
            foreach (char c in literal)
            {
                counts[c]++;
            }
        }

        return counts;
    }

    private static int Pack(params ReadOnlySpan<int> symbols)
    {
        int code = symbols.Length << CountShift;
        for (int i = 0; i < symbols.Length; i++)
        {
            code |= symbols[i] << (SymbolBits * i);
        }

        return code;
    }

    private void Set(int c, int code)
    {
        if (c < 128)
        {
            _ascii[c] = code;
        }
        else
        {
            (_pages[c >> 8] ??= new int[256])[c & 0xFF] = code;
        }
    }
}
