using System.Buffers;
using System.Text;

namespace GroomingSignals.Tracking;

/// <summary>How snapshots write ids: as a GUID, in six bits a character, or as UTF-8 (UTF-16 when it has lone surrogates).</summary>
internal static class IdPacking
{
    public const int Guid = 0;
    public const int SixBit = 1;
    public const int Utf8 = 2;
    public const int Utf16 = 3;

    private const string Alphabet = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Packable = SearchValues.Create(Alphabet);

    private static readonly byte[] PlaceOf = [.. Enumerable.Range(0, 128).Select(c => (byte)Math.Max(0, Alphabet.IndexOf((char)c, StringComparison.Ordinal)))];

    public static bool CanPack(string text) => !text.AsSpan().ContainsAnyExcept(Packable);

    public static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    /// <summary>How many bytes a packed id takes.</summary>
    public static int PackedLength(int characters) => ((characters * 6) + 7) / 8;

    public static void Pack(string text, Span<byte> packed)
    {
        int held = 0;
        int bits = 0;
        int at = 0;
        foreach (char c in text)
        {
            held |= PlaceOf[c] << bits;
            bits += 6;
            while (bits >= 8)
            {
                packed[at++] = (byte)held;
                held >>= 8;
                bits -= 8;
            }
        }

        if (bits > 0)
        {
            packed[at] = (byte)held;
        }
    }

    public static string Unpack(int length, ref SnapshotReader reader)
    {
        var text = new StringBuilder(length);
        int held = 0;
        int bits = 0;
        while (text.Length < length)
        {
            while (bits < 6)
            {
                held |= reader.Byte() << bits;
                bits += 8;
            }

            text.Append(Alphabet[held & 63]);
            held >>= 6;
            bits -= 6;
        }

        return text.ToString();
    }
}
