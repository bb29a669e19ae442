using System.Globalization;

namespace GroomingSignals.Data.Reading;

/// <summary>The records of JSON Lines: every line that is not blank.</summary>
internal static class JsonLinesRecords
{
    public static IEnumerable<ConversationRecord> Read(InputFile input, ReadOptions options)
    {
        LineReader lines = new(input.Stream, options.MaxLineBytes);
        while (true)
        {
            bool found;
            RawLine line;
            string? reason = null;
            try
            {
                found = lines.TryRead(out line);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                (found, line) = (false, default);
                reason = InputFile.ReasonOf(exception, input.Compressed);
            }

            if (reason is not null)
            {
                yield return new ConversationRecord(new ReadError(input.Name, lines.LineNumber, reason));
            }

            if (!found)
            {
                yield break;
            }

            if (line.Buffer is null)
            {
                yield return new ConversationRecord(new ReadError(input.Name, line.Number,
                    string.Create(CultureInfo.InvariantCulture, $"the line is longer than the limit of {options.MaxLineBytes} bytes")));
            }
            else if (line.Buffer.AsSpan(0, line.Length).ContainsAnyExcept(" \t\r"u8))
            {
                yield return new ConversationRecord(input.Name, line);
            }
            else
            {
                LineBuffers.Return(line.Buffer);
            }
        }
    }
}
