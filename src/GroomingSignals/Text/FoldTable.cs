namespace GroomingSignals.Text;

/// <summary>
/// What each character folds to, from the Unicode data files by <c>eng/unicode/GenerateFoldTables.cs</c>: compatibility forms and case
/// (folded view), look-alikes and accents (skeleton view), and which characters are invisible, marks or emoji.
/// </summary>
internal static class FoldTable
{
    private const int Limit = 0x20000;
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;

    private static readonly ushort[]?[] Pages = new ushort[Limit >> PageBits][];
    private static readonly List<FoldEntry> Entries = [];

    static FoldTable()
    {
        using var stream = typeof(FoldTable).Assembly.GetManifestResourceStream("fold.bin")!;
        using var reader = new BinaryReader(stream);
        int count = reader.ReadInt32();
        Entries.Capacity = count + 1;
        Entries.Add(default);
        for (int i = 0; i < count; i++)
        {
            int code = reader.Read7BitEncodedInt();
            var flags = (CharacterFlags)reader.ReadByte();
            string folded = Text(reader);
            string skeleton = Text(reader);
            (Pages[code >> PageBits] ??= new ushort[PageSize])[code & (PageSize - 1)] = (ushort)Entries.Count;
            Entries.Add(new FoldEntry(flags, folded, string.Equals(skeleton, folded, StringComparison.Ordinal) ? folded : skeleton));
        }
    }

    /// <summary>What a code point above U+007F folds to.</summary>
    /// <returns>False when it stays as it is.</returns>
    public static bool TryGet(int code, out FoldEntry entry)
    {
        entry = default;
        if (code >= Limit)
        {
            // The only invisible characters up there are tags and variation selectors (U+E0000 to U+E0FFF).
            entry = new FoldEntry(CharacterFlags.Ignorable, "", "");
            return code is >= 0xE0000 and <= 0xE0FFF;
        }

        int index = Pages[code >> PageBits] is { } page ? page[code & (PageSize - 1)] : 0;
        if (index == 0)
        {
            return false;
        }

        entry = Entries[index];
        return true;
    }

    /// <summary>The flags of a code point.</summary>
    public static CharacterFlags FlagsOf(int code) => code > 0x7F && TryGet(code, out var entry) ? entry.Flags : CharacterFlags.None;

    private static string Text(BinaryReader reader)
    {
        int length = reader.ReadByte();
        Span<char> text = stackalloc char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = (char)reader.ReadUInt16();
        }

        return new string(text);
    }
}
