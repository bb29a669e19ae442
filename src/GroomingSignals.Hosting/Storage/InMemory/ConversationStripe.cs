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

    /// <summary>The version of a conversation; 0 when there is none. The caller holds the lock.</summary>
    public long VersionOf(ConversationKey key)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, key);
        return System.Runtime.CompilerServices.Unsafe.IsNullRef(ref entry) ? 0 : entry.Version;
    }

    /// <summary>Writes a conversation. The caller holds the lock.</summary>
    public void Write(ConversationKey key, StoredConversation next) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_entries, key, out _) = new Entry(next);

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
    private readonly struct Entry(StoredConversation stored)
    {
        private readonly byte[] _snapshot = MemoryMarshal.TryGetArray(stored.Snapshot, out var segment) && segment.Array!.Length == segment.Count
            ? segment.Array
            : stored.Snapshot.ToArray();

        private readonly long _lastSequence = stored.LastSequence ?? 0;
        private readonly int _late = stored.LateMessages;
        private readonly byte _alerted = (byte)stored.AlertedSeverity;
        private readonly bool _hasSequence = stored.LastSequence is not null;

        public long Version { get; } = stored.Version;

        public long Updated { get; } = stored.UpdatedAt.ToUnixTimeMilliseconds();

        public StoredConversation ToStored() => new()
        {
            Version = Version,
            Snapshot = _snapshot,
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(Updated),
            AlertedSeverity = (Severity)_alerted,
            LastSequence = _hasSequence ? _lastSequence : null,
            LateMessages = _late,
        };
    }
}
