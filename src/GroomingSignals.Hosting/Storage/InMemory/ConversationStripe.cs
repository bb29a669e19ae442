using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GroomingSignals.Assessment;

namespace GroomingSignals.Hosting.Storage.InMemory;

/// <summary>A part of the conversations under one lock. An entry is a struct within the table, so that a conversation costs little more than its snapshot and its id.</summary>
internal sealed class ConversationStripe
{
    private readonly Dictionary<ConversationKey, Entry> _entries = [];

    public Lock Lock { get; } = new();

    public StoredConversation? Read(ConversationKey key)
    {
        lock (Lock)
        {
            return _entries.TryGetValue(key, out var entry) ? entry.ToStored() : null;
        }
    }

    /// <summary>Whether there is a conversation. The caller holds the lock.</summary>
    public bool Has(ConversationKey key) => _entries.ContainsKey(key);

    /// <summary>Adds a conversation that is not there yet. The caller holds the lock.</summary>
    public void Add(ConversationKey key, StoredConversation first) => _entries.Add(key, new Entry(first, null));

    /// <summary>Writes the next version of a conversation. The caller holds the lock.</summary>
    /// <returns>False, with nothing written, when the version that is there is another than expected.</returns>
    public bool Replace(ConversationKey key, long expectedVersion, StoredConversation next)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, key);
        if (Unsafe.IsNullRef(ref entry) || entry.Version != expectedVersion)
        {
            return false;
        }

        entry = new Entry(next, entry.Snapshot);
        return true;
    }

    /// <summary>Removes a conversation that was committed before a moment. The caller holds the lock.</summary>
    public bool Remove(ConversationKey key, long before) =>
        _entries.TryGetValue(key, out var entry) && entry.Updated < before && _entries.Remove(key);

    public IReadOnlyList<ConversationKey> Older(long moment, int limit)
    {
        lock (Lock)
        {
            return [.. _entries.Where(e => e.Value.Updated < moment).Take(limit).Select(e => e.Key)];
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct Entry
    {
        /// <summary>What a snapshot has beyond its length: most grow by a few bytes a message, and are then written where they stand.</summary>
        private const int Slack = 64;

        private readonly int _length;
        private readonly long _lastSequence;
        private readonly int _late;
        private readonly byte _alerted;
        private readonly bool _hasSequence;

        /// <summary>Takes a conversation over.</summary>
        /// <param name="stored">What is committed.</param>
        /// <param name="room">The bytes of the last snapshot, if any: reused where this one fits.</param>
        public Entry(StoredConversation stored, byte[]? room)
        {
            _length = stored.Snapshot.Length;
            Snapshot = room is not null && room.Length >= _length && room.Length <= 2 * (_length + Slack) ? room : new byte[_length + Slack];
            stored.Snapshot.Span.CopyTo(Snapshot);
            _lastSequence = stored.LastSequence ?? 0;
            _hasSequence = stored.LastSequence is not null;
            _late = stored.LateMessages;
            _alerted = (byte)stored.AlertedSeverity;
            Version = stored.Version;
            Updated = stored.UpdatedAt.ToUnixTimeMilliseconds();
        }

        public byte[]? Snapshot { get; }

        public long Version { get; }

        public long Updated { get; }

        public StoredConversation ToStored() => new()
        {
            Version = Version,
            Snapshot = Snapshot.AsSpan(0, _length).ToArray(),
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(Updated),
            AlertedSeverity = (Severity)_alerted,
            LastSequence = _hasSequence ? _lastSequence : null,
            LateMessages = _late,
        };
    }
}
