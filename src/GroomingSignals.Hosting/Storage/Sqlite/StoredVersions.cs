using System.Runtime.InteropServices;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>
/// The versions of conversations that were committed last, so that a commit need not ask the tables, and the states of those that stand in the log alone, for readers.
/// Those of long ago are forgotten. Thread-safe: the writer adds, a fold takes away, readers ask.
/// </summary>
internal sealed class StoredVersions
{
    private const int Kept = 32_768;

    private readonly Lock _lock = new();
    private Dictionary<ConversationKey, Entry> _recent = [];
    private Dictionary<ConversationKey, Entry> _before = [];
    private long _folded;
    private long _last;

    /// <summary>Whether the tables do not hold yet everything that was committed.</summary>
    public bool IsBehind => Volatile.Read(ref _last) > Volatile.Read(ref _folded);

    /// <summary>The last record that the tables hold.</summary>
    public long Folded => Volatile.Read(ref _folded);

    /// <summary>The version of a conversation; null when it was forgotten or never known.</summary>
    public long? Of(ConversationKey key)
    {
        lock (_lock)
        {
            return Find(key, out var entry) ? entry.Version : null;
        }
    }

    /// <summary>The state of a conversation that the tables do not hold yet; null when they do.</summary>
    public StoredConversation? Unfolded(ConversationKey key)
    {
        lock (_lock)
        {
            return Find(key, out var entry) && entry.Record > _folded ? new CommitReader(entry.Half.Content.Written[entry.Offset..]).State().ToStored() : null;
        }
    }

    /// <summary>The tables hold everything, as far as a record.</summary>
    public void Begin(long last)
    {
        lock (_lock)
        {
            Volatile.Write(ref _folded, last);
            Volatile.Write(ref _last, last);
        }
    }

    /// <summary>Adds a record that is on the disk to a half.</summary>
    public void Add(LogHalf half, long record, ReadOnlySpan<byte> content, List<LoggedChange> changes)
    {
        lock (_lock)
        {
            int start = half.Content.Length;
            half.Content.Append(content);
            half.Last = record;
            foreach (var change in changes)
            {
                half.Changes.Add(change with { Offset = start + change.Offset });
                _recent[change.Key] = new Entry(change.Version, record, half, start + change.Offset);
            }

            Volatile.Write(ref _last, record);
        }
    }

    /// <summary>The tables hold a half, and everything before its last record: only now may anything be forgotten.</summary>
    public void Fold(LogHalf half, long record)
    {
        lock (_lock)
        {
            Volatile.Write(ref _folded, record);
            half.Clear();
            if (_recent.Count >= Kept)
            {
                (_recent, _before) = (_before, _recent);
                _recent.Clear();
            }
        }
    }

    /// <summary>Forgets all: the tables, which hold everything, were written past the log.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _recent.Clear();
            _before.Clear();
        }
    }

    private bool Find(ConversationKey key, out Entry entry) => _recent.TryGetValue(key, out entry) || _before.TryGetValue(key, out entry);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(long Version, long Record, LogHalf Half, int Offset);
}
