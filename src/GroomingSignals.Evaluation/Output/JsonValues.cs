using System.Collections.Immutable;
using System.Text.Json;

namespace GroomingSignals.Evaluation.Output;

/// <summary>Writes values that may be missing: the key always stands there.</summary>
internal static class JsonValues
{
    public static void Number(this Utf8JsonWriter writer, string name, double? value)
    {
        // JSON has no infinity; a threshold may be one.
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void Whole(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }


    /// <summary>Writes text that may hold lone surrogates, which no JSON can: they become U+FFFD.</summary>
    public static void Text(this Utf8JsonWriter writer, string name, string? value) => writer.WriteString(name, value is null ? null : WellFormed(value));

    public static void Objects<T>(this Utf8JsonWriter writer, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Object<T>(this Utf8JsonWriter writer, string name, T? item, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (item is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        write(writer, item);
        writer.WriteEndObject();
    }

    public static string WellFormed(string value)
    {
        char[]? mended = null;
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                (mended ??= value.ToCharArray())[i] = '\uFFFD';
            }
        }

        return mended is null ? value : new string(mended);
    }
}
