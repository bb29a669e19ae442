namespace GroomingSignals.Data.Reading;

/// <summary>The records of an input in whichever format it has: the one way in for plain and for labelled data.</summary>
internal static class InputRecords
{
    /// <param name="name">The file, <c>-</c> for standard input, or what errors call the stream.</param>
    /// <param name="stream">The stream; null to open the file.</param>
    /// <param name="options">How to read.</param>
    /// <param name="labelled">True to read the labels of CSV; otherwise their columns are passed over.</param>
    public static IEnumerable<ConversationRecord> Read(string name, Stream? stream, ReadOptions options, bool labelled)
    {
        string? reason;
        using InputFile? input = stream is null
            ? InputFile.Open(name, options, out reason)
            : InputFile.Open(stream, name, options, out reason);
        if (input is null)
        {
            yield return new ConversationRecord(new ReadError(name, 0, reason!));
            yield break;
        }

        IEnumerable<ConversationRecord> records = input.Format == ConversationFormat.Csv
            ? CsvRecords.Read(input, options, labelled)
            : JsonLinesRecords.Read(input, options);
        foreach (ConversationRecord record in records)
        {
            yield return record;
        }
    }
}
