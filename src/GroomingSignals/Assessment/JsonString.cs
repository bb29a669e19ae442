using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GroomingSignals.Assessment;

/// <summary>
/// Strings from outside as JSON. <see cref="Utf8JsonWriter"/> throws on lone surrogates or writes U+FFFD, depending on the encoder that the caller chose,
/// and two ids would become one; here they are escaped as every other UTF-16 unit can be, so that the string comes back.
/// </summary>
internal static class JsonString
{
    /// <summary>Writes a property; null as null.</summary>
    public static void Write(Utf8JsonWriter writer, string name, string? value)
    {
        int lone = value is null ? -1 : LoneSurrogate(value, 0);
        if (lone < 0)
        {
            writer.WriteString(name, value);
            return;
        }

        writer.WritePropertyName(name);
        WriteEscaped(writer, value!, lone);
    }

    /// <summary>Writes an item of an array.</summary>
    public static void WriteValue(Utf8JsonWriter writer, string value)
    {
        int lone = LoneSurrogate(value, 0);
        if (lone < 0)
        {
            writer.WriteStringValue(value);
            return;
        }

        WriteEscaped(writer, value, lone);
    }

    private static void WriteEscaped(Utf8JsonWriter writer, string value, int lone)
    {
        ArrayBufferWriter<byte> escaped = new(value.Length * 2);
        escaped.Write("\""u8);
        int from = 0;
        while (lone >= 0)
        {
            Encode(escaped, value.AsSpan(from, lone - from), writer.Options.Encoder);
            _ = Encoding.ASCII.GetBytes($"\\u{(int)value[lone]:X4}", escaped);
            from = lone + 1;
            lone = LoneSurrogate(value, from);
        }

        Encode(escaped, value.AsSpan(from), writer.Options.Encoder);
        escaped.Write("\""u8);
        writer.WriteRawValue(escaped.WrittenSpan, skipInputValidation: true);
    }

    private static void Encode(ArrayBufferWriter<byte> to, ReadOnlySpan<char> wellFormed, JavaScriptEncoder? encoder) =>
        to.Write(JsonEncodedText.Encode(wellFormed, encoder).EncodedUtf8Bytes);

    private static int LoneSurrogate(string value, int from)
    {
        for (int i = from; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
