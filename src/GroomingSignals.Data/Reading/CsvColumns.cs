namespace GroomingSignals.Data.Reading;

/// <summary>Where the columns stand; -1 for one that is not there. Extra columns are passed over.</summary>
internal sealed class CsvColumns
{
    private readonly string[] _header;

    private CsvColumns(string[] header) => _header = header;

    public int Count => _header.Length;

    public int Conversation { get; private init; }

    public int Message { get; private init; }

    public int Sender { get; private init; }

    public int AgeBand { get; private init; }

    public int Time { get; private init; }

    public int Text { get; private init; }

    public int Tags { get; private init; }

    public int Label { get; private init; } = -1;

    public int SenderLabel { get; private init; } = -1;

    public int Tactics { get; private init; } = -1;

    public int Synthetic { get; private init; } = -1;

    /// <summary>The columns that name a group, and the name.</summary>
    public IReadOnlyList<(string Name, int Column)> Groups { get; private init; } = [];

    /// <summary>The name of a column as the file writes it, for errors.</summary>
    public string NameOf(int column) => _header[column].Trim();

    /// <summary>Finds the columns; gives the reason when one is missing, or when commas do not separate them.</summary>
    /// <param name="header">The first row.</param>
    /// <param name="labelled">True for labelled data: a label is read, and what else says more than a message is read.</param>
    /// <param name="labelRequired">False when labelled data may do without a label.</param>
    /// <param name="reason">What is wrong; null when nothing is.</param>
    public static CsvColumns? Find(string[] header, bool labelled, bool labelRequired, out string? reason)
    {
        CsvColumns columns = Find(header, labelled);
        reason = (columns.HasAny ? null : CsvSeparator.Refusal(header)) ?? Missing(columns, labelled && labelRequired);
        return reason is null ? columns : null;
    }

    private bool HasAny => new[] { Conversation, Message, Sender, AgeBand, Time, Text, Tags, Label, SenderLabel, Tactics, Synthetic }.Any(column => column >= 0);

    private static CsvColumns Find(string[] header, bool labelled)
    {
        string[] names = [.. header.Select(CsvSynonyms.Plain)];
        int Index(string[] synonyms) => synonyms.Select(s => Array.IndexOf(names, s)).FirstOrDefault(i => i >= 0, -1);
        int Said(string[] synonyms) => labelled ? Index(synonyms) : -1;
        return new CsvColumns(header)
        {
            Conversation = Index(CsvSynonyms.Conversation),
            Message = Index(CsvSynonyms.Message),
            Sender = Index(CsvSynonyms.Sender),
            AgeBand = Index(CsvSynonyms.AgeBand),
            Time = Index(CsvSynonyms.Time),
            Text = Index(CsvSynonyms.Text),
            Tags = Index(CsvSynonyms.Tags),
            Label = Said(CsvSynonyms.Label),
            SenderLabel = Said(CsvSynonyms.SenderLabel),
            Tactics = Said(CsvSynonyms.Tactics),
            Synthetic = Said(CsvSynonyms.Synthetic),
            Groups =
            [
                .. names.Select((name, i) => (Name: labelled ? GroupOf(name, header[i]) : "", Column: i)).Where(g => g.Name.Length > 0).DistinctBy(g => g.Name, StringComparer.Ordinal),
            ],
        };
    }

    private static string GroupOf(string name, string header) =>
        CsvSynonyms.Groups.Contains(name, StringComparer.Ordinal) ? name
        : name.StartsWith(CsvSynonyms.GroupPrefix, StringComparison.Ordinal) ? header.Trim()[CsvSynonyms.GroupPrefix.Length..].Trim()
        : "";

    private static string? Missing(CsvColumns columns, bool labelRequired)
    {
        (string What, string[] Synonyms)? missing = columns switch
        {
            { Text: < 0 } => ("text", CsvSynonyms.Text),
            { Label: < 0 } when labelRequired => ("label", CsvSynonyms.Label),
            _ => null,
        };
        return missing is null ? null : $"the header has no {missing.Value.What} column; it may be called {string.Join(", ", missing.Value.Synonyms)}";
    }
}
