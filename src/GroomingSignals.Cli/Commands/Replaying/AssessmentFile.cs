using System.Globalization;
using System.Text.Json;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Data;

namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary>Reads recorded assessments: one a line, an array of them, or a single one over several lines.</summary>
internal static class AssessmentFile
{
    private const string NoAssessment = "is not an assessment";

    /// <summary>Reads what can be read; of each line or item that cannot, the place and the reason are told.</summary>
    /// <returns>None where everything was unreadable, or the file is empty and said so.</returns>
    public static List<RecordedAssessment> Read(string path, CommandContext context, ErrorLines errors)
    {
        byte[] bytes = Bytes(path, context);
        JsonDocument? whole = null;
        JsonException? problem = null;
        try
        {
            whole = JsonDocument.Parse(bytes);
        }
        catch (JsonException e)
        {
            problem = e;
        }

        List<RecordedAssessment> read;
        long before = errors.Count;
        if (IsLine(FirstLine(bytes)) || (problem is not null && AnyLine(bytes)))
        {
            read = Lines(bytes, path, errors);
        }
        else if (whole is not null)
        {
            read = Whole(whole.RootElement, path, errors);
        }
        else
        {
            throw new CommandException(bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty
                ? $"{path}: holds no assessment"
                : string.Create(CultureInfo.InvariantCulture, $"{path}:{problem!.LineNumber + 1}: is not JSON at byte {problem.BytePositionInLine + 1}, or not one assessment a line"));
        }

        return read.Count > 0 || errors.Count > before ? read : throw new CommandException($"{path}: holds no assessment");
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

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)'\n');
        return end < 0 ? bytes : bytes[..end];
    }

    /// <summary>True when a line is a whole object by itself and not the beginning of an array.</summary>
    private static bool IsLine(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>True when the first line is damaged and another is an object from its first byte to its last: an indented file has none.</summary>
    private static bool AnyLine(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> line = FirstLine(bytes);
            if (line.StartsWith("{"u8) && IsLine(line))
            {
                return true;
            }

            bytes = bytes[Math.Min(line.Length + 1, bytes.Length)..];
        }

        return false;
    }

    private static List<RecordedAssessment> Lines(byte[] bytes, string path, ErrorLines errors)
    {
        List<RecordedAssessment> read = [];
        int number = 0;
        for (int start = 0; start < bytes.Length;)
        {
            int length = FirstLine(bytes.AsSpan(start)).Length;
            number++;
            ReadOnlyMemory<byte> line = bytes.AsMemory(start, length);
            if (line.Length > 0 && line.Span[^1] == '\r')
            {
                line = line[..^1];
            }

            if (line.Length > 0)
            {
                if (Line(line, path, number, out string reason) is { } recorded)
                {
                    read.Add(recorded);
                }
                else
                {
                    errors.Add(new ReadError(path, number, reason));
                }
            }

            start += length + 1;
        }

        return read;
    }

    private static RecordedAssessment? Line(ReadOnlyMemory<byte> line, string path, int number, out string reason)
    {
        try
        {
            reason = NoAssessment;
            return RecordedAssessment.Of(JsonDocument.Parse(line).RootElement, string.Create(CultureInfo.InvariantCulture, $"{path}:{number}"), line);
        }
        catch (JsonException e)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"is not JSON at byte {e.BytePositionInLine + 1} of the line");
            return null;
        }
    }

    private static List<RecordedAssessment> Whole(JsonElement root, string path, ErrorLines errors)
    {
        List<RecordedAssessment> read = [];
        int number = 0;
        foreach (JsonElement item in root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : (JsonElement[])[root])
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{path}[{number++}]");
            if (RecordedAssessment.Of(item, place, null) is { } recorded)
            {
                read.Add(recorded);
            }
            else
            {
                errors.Add(new ReadError(place, 0, NoAssessment));
            }
        }

        return read;
    }
}
