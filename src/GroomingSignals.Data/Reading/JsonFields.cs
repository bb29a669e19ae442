using System.Globalization;
using System.Text.Json;

namespace GroomingSignals.Data.Reading;

/// <summary>
/// The fields of one line of JSON, and what is wrong with it: errors are values, not exceptions, since a bad file has many;
/// they name places and ids, never message text.
/// </summary>
internal sealed class JsonFields
{
    private readonly SenderNames _senders = new();

    /// <summary>Why the line cannot be read; null while it can.</summary>
    public string? Error { get; private set; }

    public static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    public static bool NextElement(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    public static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    public static string Place(string array, int index) => string.Create(CultureInfo.InvariantCulture, $"{array}[{index}]");

    /// <summary>An id is a string or an integer, kept as its text; an empty one counts as missing.</summary>
    public bool ReadId(ref Utf8JsonReader reader, string place, bool isSender, out string? id)
    {
        id = null;
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.String:
            case JsonTokenType.Number when reader.ValueSpan.IndexOfAny(".eE"u8) < 0:
                id = isSender ? _senders.Get(in reader) : JsonText.Decode(in reader);
                id = id.Length == 0 ? null : id;
                return true;
            default:
                return Fail($"{place} must be a string or an integer");
        }
    }

    public bool ReadString(ref Utf8JsonReader reader, string place, out string? value)
    {
        reader.Read();
        value = reader.TokenType == JsonTokenType.String ? JsonText.Decode(in reader) : null;
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null || Fail($"{place} must be a string");
    }

    /// <summary>Enters an array, or passes over a null.</summary>
    public bool EnterArray(ref Utf8JsonReader reader, string place, out bool entered)
    {
        reader.Read();
        entered = reader.TokenType == JsonTokenType.StartArray;
        return entered || reader.TokenType == JsonTokenType.Null || Fail($"{place} must be an array");
    }

    /// <summary>Enters an object, or passes over a null.</summary>
    public bool EnterObject(ref Utf8JsonReader reader, string place, out bool entered)
    {
        reader.Read();
        entered = reader.TokenType == JsonTokenType.StartObject;
        return entered || reader.TokenType == JsonTokenType.Null || Fail($"{place} must be an object");
    }

    public bool Fail(string reason)
    {
        Error = reason;
        return false;
    }

    public T? Fail<T>(string reason)
        where T : class
    {
        Error = reason;
        return null;
    }
}
