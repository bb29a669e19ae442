using System.Globalization;
using System.Text.Json;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary>Reads recorded assessments: one a line, an array of them, or a single one over several lines.</summary>
internal static class AssessmentFile
{
    public static List<RecordedAssessment> Read(string path, CommandContext context)
    {
        byte[] bytes = Bytes(path, context);
        try
        {
            List<RecordedAssessment> read = IsLines(bytes) ? Lines(bytes, path) : Whole(bytes, path);
            return read.Count > 0 ? read : throw new CommandException($"{path}: holds no assessment");
        }
        catch (JsonException)
        {
            throw new CommandException($"{path}: is not JSON, or not one assessment a line");
        }
    }

    private static byte[] Bytes(string path, CommandContext context)
    {
        if (string.Equals(path, "-", StringComparison.Ordinal))
        {
            using Stream input = context.Input();
            var memory = new MemoryStream();
            input.CopyTo(memory);
            return memory.ToArray();
        }

        FileProblem.RequireFile(path);
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: {FileProblem.Of(e)}");
        }
    }

    /// <summary>True when the first line is a whole value by itself and not the beginning of an array.</summary>
    private static bool IsLines(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)'\n');
        ReadOnlySpan<byte> first = end < 0 ? bytes : bytes[..end];
        var reader = new Utf8JsonReader(first);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static List<RecordedAssessment> Lines(byte[] bytes, string path)
    {
        List<RecordedAssessment> read = [];
        int number = 0;
        for (int start = 0; start < bytes.Length;)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n');
            length = length < 0 ? bytes.Length - start : length;
            number++;
            ReadOnlyMemory<byte> line = bytes.AsMemory(start, length);
            if (line.Length > 0 && line.Span[^1] == '\r')
            {
                line = line[..^1];
            }

            if (line.Length > 0)
            {
                string place = string.Create(CultureInfo.InvariantCulture, $"{path}:{number}");
                read.Add(RecordedAssessment.Of(JsonDocument.Parse(line).RootElement, place, line) ?? throw new CommandException($"{place}: is not an assessment"));
            }

            start += length + 1;
        }

        return read;
    }

    private static List<RecordedAssessment> Whole(byte[] bytes, string path)
    {
        JsonElement root = JsonDocument.Parse(bytes).RootElement;
        JsonElement[] items = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
        return
        [
            .. items.Select((item, i) =>
            {
                string place = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                return RecordedAssessment.Of(item, place, null) ?? throw new CommandException($"{place}: is not an assessment");
            }),
        ];
    }
}
