namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>What stands in one half of the commit log and not in the tables.</summary>
internal sealed class LogHalf
{
    public CommitWriter Content { get; } = new();

    public List<LoggedChange> Changes { get; } = [];

    /// <summary>The number of its last record.</summary>
    public long Last { get; set; }

    public void Clear()
    {
        Content.Clear();
        Changes.Clear();
    }
}
