using System.Globalization;
using System.Text;
using CsvHelper;

namespace GroomingSignals.Data.Reading;

/// <summary>
/// The records of a CSV file: rows one after the other with the same <c>conversation_id</c> make a conversation.
/// A row that cannot be read is an error of its own; the rest of its conversation is kept, so that one bad row hides nothing.
/// </summary>
internal static class CsvRecords
{
    public static IEnumerable<ConversationRecord> Read(InputFile input, ReadOptions options, bool labelled)
    {
        CsvMalformedReason? malformed = null;
        using CsvReader reader = CsvReader.Create(input.Stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            MaxRecordSize = options.MaxLineBytes,
            OnMalformedRecord = record => malformed = record.Reason,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
        });
        CsvGroup group = new(input.Name, labelled);
        CsvColumns? columns = null;
        while (true)
        {
            malformed = null;
            bool found = TryRead(reader, input, options, out ReadError? fatal);
            if (!found)
            {
                if (group.Complete() is { } last)
                {
                    yield return last;
                }

                fatal ??= columns is null ? new ReadError(input.Name, 0, "is empty: a CSV file needs a header") : null;
                if (fatal is not null)
                {
                    yield return new ConversationRecord(fatal);
                }

                yield break;
            }

            long line = reader.LineNumber;
            string[] fields = Fields(reader);
            if (columns is null)
            {
                columns = CsvColumns.Find(fields, labelled, options.LabelRequired, out string? missing);
                if (columns is null)
                {
                    yield return new ConversationRecord(new ReadError(input.Name, line, missing!));
                    yield break;
                }

                continue;
            }

            group.Add(new CsvRow(columns, fields, line, malformed), out ConversationRecord? completed, out string? reason);
            if (completed is not null)
            {
                yield return completed;
            }

            if (reason is not null)
            {
                yield return new ConversationRecord(new ReadError(input.Name, line, reason));
            }
        }
    }

    private static bool TryRead(CsvReader reader, InputFile input, ReadOptions options, out ReadError? fatal)
    {
        try
        {
            fatal = null;
            return reader.Read();
        }
        catch (CsvFormatException exception)
        {
            fatal = new ReadError(input.Name, exception.LineNumber, string.Create(CultureInfo.InvariantCulture,
                $"a row is longer than the limit of {options.MaxLineBytes} bytes (a quote that is not closed?); it and what follows are lost"));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            fatal = new ReadError(input.Name, 0, InputFile.ReasonOf(exception, input.Compressed));
        }

        return false;
    }

    private static string[] Fields(CsvReader reader)
    {
        string[] fields = new string[reader.FieldCount];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = Encoding.UTF8.GetString(reader.GetSpan(i));
        }

        return fields;
    }
}
