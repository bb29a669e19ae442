using System.Globalization;
using System.Text.Json;

namespace GroomingSignals.Workbench.Wellness;

/// <summary>Reads wellness settings and lists everything that is wrong with them, each with its line and column, in words of the file.</summary>
internal sealed class WellnessReader
{
    private const string Version = "wellness/1";

    private static readonly (string Name, int Least, int Most)[] Numbers = [("breakAfterReveals", 1, 1000), ("breakAfterMinutes", 1, 480), ("breakMinutes", 1, 120)];
    private static readonly string[] Texts = ["schema", "reminder", "support"];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <exception cref="InvalidDataException">There are problems, all of which the message lists, one a line.</exception>
    public static WellnessSettings Read(ReadOnlySpan<byte> json)
    {
        var reader = new WellnessReader();
        try
        {
            reader.Fields(json);
        }
        catch (JsonException e)
        {
            reader._problems.Add(string.Create(CultureInfo.InvariantCulture, $"({e.LineNumber + 1},{e.BytePositionInLine + 1}): this is not JSON: something is missing or stands in the wrong place here"));
        }

        return reader._problems.Count == 0 ? reader.Settings() : throw new InvalidDataException(string.Join('\n', reader._problems));
    }

    private WellnessSettings Settings() => new()
    {
        Schema = Version,
        BreakAfterReveals = _numbers["breakAfterReveals"],
        BreakAfterMinutes = _numbers["breakAfterMinutes"],
        BreakMinutes = _numbers["breakMinutes"],
        Reminder = _texts["reminder"],
        Support = _texts["support"],
    };

    private void Fields(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> text = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        var reader = new Utf8JsonReader(text);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Problem(text, reader.TokenStartIndex, "the settings are an object: { \"schema\": \"wellness/1\", ... }");
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            long at = reader.TokenStartIndex;
            reader.Read();
            if (!_seen.Add(name))
            {
                Problem(text, at, $"'{name}' stands twice");
            }

            Value(ref reader, text, name, at);
            reader.Skip();
        }

        foreach (string missing in Texts.Concat(Numbers.Select(n => n.Name)).Where(name => !_seen.Contains(name)))
        {
            Problem(text, 0, $"'{missing}' is missing");
        }

        // Nothing may follow.
        reader.Read();
    }

    private void Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, string name, long at)
    {
        if (Array.Find(Numbers, n => string.Equals(n.Name, name, StringComparison.Ordinal)) is { Name: not null } number)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out int value) || value < number.Least || value > number.Most)
            {
                Problem(text, reader.TokenStartIndex, string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a whole number from {number.Least} to {number.Most}"));
                return;
            }

            _numbers[name] = value;
        }
        else if (!Texts.Contains(name, StringComparer.Ordinal))
        {
            Problem(text, at, $"there is no setting '{name}': the settings are {string.Join(", ", Texts.Concat(Numbers.Select(n => n.Name)))}");
        }
        else if (reader.TokenType != JsonTokenType.String || string.IsNullOrWhiteSpace(reader.GetString()))
        {
            Problem(text, reader.TokenStartIndex, $"'{name}' must say something");
        }
        else if (name is "schema" && !reader.ValueTextEquals(Version))
        {
            Problem(text, reader.TokenStartIndex, $"'schema' must be {Version}");
        }
        else
        {
            _texts[name] = reader.GetString()!;
        }
    }

    private void Problem(ReadOnlySpan<byte> text, long at, string what)
    {
        ReadOnlySpan<byte> before = text[..(int)at];
        int line = before.Count((byte)'\n') + 1;
        int column = before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1;
        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"({line},{column}): {what}"));
    }
}
