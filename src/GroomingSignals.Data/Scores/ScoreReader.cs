using System.Globalization;
using System.Text;
using CsvHelper;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Data.Scores;

/// <summary>
/// Reads a file of scores: CSV with the columns <c>id</c>, <c>label</c> and <c>score</c>, and where they are there <c>fold</c> and
/// <c>probability</c>, in any order. Other columns are passed over. What cannot be read is an error in its place.
/// </summary>
public static class ScoreReader
{
    /// <summary>Reads a file. An id may stand there once.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    public static IEnumerable<ReadResult<ScoreRow>> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Rows(InputFile.Open(path, Options, out string? reason), path, reason);
    }

    /// <summary>Reads a stream, and closes it at the end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">How errors name it.</param>
    public static IEnumerable<ReadResult<ScoreRow>> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Rows(InputFile.Open(stream, name, Options, out string? reason), name, reason);
    }

    private static ReadOptions Options { get; } = new() { Format = ConversationFormat.Csv, MaxLineBytes = 1 << 20 };

    private static IEnumerable<ReadResult<ScoreRow>> Rows(InputFile? input, string name, string? reason)
    {
        if (input is null)
        {
            yield return Failed(name, 0, reason!);
            yield break;
        }

        using InputFile opened = input;
        using CsvReader reader = CsvReader.Create(opened.Stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            MaxRecordSize = Options.MaxLineBytes,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
        });
        ScoreColumns? columns = null;
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? fatal;
        while (TryRead(reader, opened, out fatal))
        {
            string[] fields = Fields(reader);
            string? problem = null;
            ScoreRow? row = null;
            if (columns is not null)
            {
                row = columns.Parse(fields, out problem);
            }
            else if ((columns = ScoreColumns.Find(fields, out problem)) is not null)
            {
                continue;
            }

            if (row is not null && !seen.Add(row.Id))
            {
                problem = $"the id {Quoted.Of(row.Id)} stands in an earlier row as well";
            }

            yield return problem is null ? ReadResult<ScoreRow>.Of(name, reader.LineNumber, row!) : Failed(name, reader.LineNumber, problem);
            if (columns is null)
            {
                yield break;
            }
        }

        if ((fatal ?? (columns is null ? "is empty: a file of scores needs a header" : null)) is { } last)
        {
            yield return Failed(name, 0, last);
        }
    }

    private static bool TryRead(CsvReader reader, InputFile input, out string? fatal)
    {
        try
        {
            fatal = null;
            return reader.Read();
        }
        catch (CsvFormatException exception)
        {
            fatal = string.Create(CultureInfo.InvariantCulture, $"line {exception.LineNumber} is no CSV (a quote that is not closed?); it and what follows are lost");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            fatal = InputFile.ReasonOf(exception, input.Compressed);
        }

        return false;
    }

    private static ReadResult<ScoreRow> Failed(string name, long line, string reason) => ReadResult<ScoreRow>.Failed(new ReadError(name, line, reason));

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
