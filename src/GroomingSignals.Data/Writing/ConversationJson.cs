using System.Globalization;
using System.Text.Json;

namespace GroomingSignals.Data.Writing;

/// <summary>Pieces of conversations in JSON that every writer of this library writes alike.</summary>
internal static class ConversationJson
{
    /// <summary>UTC to the second with its Z; without an offset when the data had none, so that a reader assumes as this one did.</summary>
    public static string? Time(DateTimeOffset? time, bool offsetAssumed) =>
        time?.UtcDateTime.ToString(offsetAssumed ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static void Names(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
