using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GroomingSignals.Data.Reading;

/// <summary>
/// Strings of JSON, from their raw bytes. <see cref="Utf8JsonReader.GetString"/> throws on lone surrogates, which chats do contain:
/// escaped ones are kept as they are, and bytes that are not UTF-8 become U+FFFD.
/// </summary>
internal static class JsonText
{
    private const int LargestPooled = 1 << 20;

    /// <summary>The value of the string or property name that the reader stands on.</summary>
    public static string Decode(ref readonly Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>True when the string or property name that the reader stands on is this one.</summary>
    public static bool Is(ref readonly Utf8JsonReader reader, ReadOnlySpan<byte> ascii) =>
        reader.ValueIsEscaped
            ? string.Equals(Unescape(reader.ValueSpan), Encoding.ASCII.GetString(ascii), StringComparison.Ordinal)
            : reader.ValueSpan.SequenceEqual(ascii);

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        // Neither an escape nor a piece of UTF-8, broken or not, gives more characters than it has bytes.
        bool pooled = raw.Length <= LargestPooled;
        char[] chars = pooled ? ArrayPool<char>.Shared.Rent(raw.Length) : new char[raw.Length];
        int written = 0;
        while (true)
        {
            int escape = raw.IndexOf((byte)'\\');
            written += Encoding.UTF8.GetChars(escape < 0 ? raw : raw[..escape], chars.AsSpan(written));
            if (escape < 0)
            {
                break;
            }

            byte kind = raw[escape + 1];
            chars[written++] = kind == 'u' ? Hex(raw.Slice(escape + 2, 4)) : Short(kind);
            raw = raw[(escape + (kind == 'u' ? 6 : 2))..];
        }

        string text = new(chars, 0, written);
        if (pooled)
        {
            ArrayPool<char>.Shared.Return(chars);
        }

        return text;
    }

    private static char Short(byte kind) => kind switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)kind,
    };

    private static char Hex(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        foreach (byte digit in digits)
        {
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return (char)value;
    }
}
