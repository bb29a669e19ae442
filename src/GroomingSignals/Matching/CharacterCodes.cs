using System.Runtime.CompilerServices;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>
/// Writes each character that occurs in some literal as symbols of six bits, so that the children of a node fit one 64-bit mask whatever
/// the scripts: the 48 most frequent characters take one symbol, the next 960 two, all others four. Immutable.
/// </summary>
internal sealed class CharacterCodes
{
    /// <summary>Set in the code of a character that is part of a word.</summary>
    public const int Word = 1 << 30;

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

    public CharacterCodes(IEnumerable<string> literals)
    {
        for (int c = 0; c < 128; c++)
        {
            _ascii[c] = ViewText.IsWord((char)c) ? Word : 0;
        }

        var counts = new int[char.MaxValue + 1];
        foreach (string literal in literals)
        {
            foreach (char c in literal)
            {
                counts[c]++;
            }
        }

        int rank = 0;
        foreach (char c in Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c).Select(c => (char)c))
        {
            int symbols = rank < Single ? Pack(rank)
                : rank < Single + Double ? Pack(Single + ((rank - Single) / Symbols), (rank - Single) % Symbols)
                : Pack(FarLead, c >> 12, (c >> 6) & 63, c & 63);
            Set(c, symbols);
            rank++;
        }
    }

    /// <summary>The code of a character: its symbols, how many they are, and whether it is part of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(char c) => c < 128 ? _ascii[c] : Far(c);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Far(char c) => _pages[c >> 8] is { } page ? page[c & 0xFF] : ViewText.IsWord(c) ? Word : 0;

    /// <summary>How many symbols a code has: none for a character that occurs in no literal.</summary>
    public static int CountOf(int code) => (code >> CountShift) & 7;

    /// <summary>The code that is one symbol.</summary>
    public static int CodeOf(int symbol) => Pack(symbol);

    /// <summary>True when a code has exactly one symbol.</summary>
    public static bool IsSingle(int code) => (code & (7 << CountShift)) == 1 << CountShift;

    /// <summary>A symbol of a code.</summary>
    public static int SymbolOf(int code, int index) => (code >> (SymbolBits * index)) & (Symbols - 1);

    private static int Pack(params ReadOnlySpan<int> symbols)
    {
        int code = symbols.Length << CountShift;
        for (int i = 0; i < symbols.Length; i++)
        {
            code |= symbols[i] << (SymbolBits * i);
        }

        return code;
    }

    private void Set(char c, int symbols)
    {
        if (c < 128)
        {
            _ascii[c] |= symbols;
            return;
        }

        var page = _pages[c >> 8];
        if (page is null)
        {
            _pages[c >> 8] = page = new int[256];
            for (int i = 0; i < 256; i++)
            {
                page[i] = ViewText.IsWord((char)((c & 0xFF00) | i)) ? Word : 0;
            }
        }

        page[c & 0xFF] |= symbols;
    }
}
