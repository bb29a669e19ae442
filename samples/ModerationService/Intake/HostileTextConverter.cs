using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModerationService.Intake;

/// <summary>
/// Reads the text of a message from its raw bytes: <see cref="Utf8JsonReader.GetString"/> throws on lone surrogates, which chats do contain. Escaped
/// ones are kept as they are, and bytes that are not UTF-8 become U+FFFD.
/// </summary>
internal sealed class HostileTextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException();
        }

        return TextOf(ref reader);
    }

    /// <summary>The text of a string at which a reader stands.</summary>
    public static string TextOf(ref Utf8JsonReader reader)
    {
        var raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return reader.ValueIsEscaped ? Unescape(raw) : Encoding.UTF8.GetString(raw);
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => throw new NotSupportedException("Messages are read, never written.");

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        // Neither an escape nor a piece of UTF-8, broken or not, gives more characters than it has bytes.
        char[] chars = ArrayPool<char>.Shared.Rent(raw.Length);
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
        chars.AsSpan(0, written).Clear();
        ArrayPool<char>.Shared.Return(chars);
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
