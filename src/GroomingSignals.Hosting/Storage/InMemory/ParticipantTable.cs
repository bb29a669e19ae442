using System.Runtime.InteropServices;

namespace GroomingSignals.Hosting.Storage.InMemory;

/// <summary>Records of participants, found by participant, and by conversation for erasure.</summary>
internal sealed class ParticipantTable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Tenant, string Participant), SortedList<string, ReadOnlyMemory<byte>>> _records = [];
    private readonly Dictionary<ConversationKey, List<string>> _participants = [];

    public void Replace(ConversationKey key, IReadOnlyList<ParticipantRecord> records)
    {
        if (records.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var (participant, data) in records)
            {
                ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(_records, (key.Tenant, participant), out _);
                own ??= new SortedList<string, ReadOnlyMemory<byte>>(1, StringComparer.Ordinal);
                if (!own.ContainsKey(key.Conversation))
                {
                    ref var of = ref CollectionsMarshal.GetValueRefOrAddDefault(_participants, key, out _);
                    (of ??= new List<string>(1)).Add(participant);
                }

                own[key.Conversation] = data;
            }
        }
    }

    public IReadOnlyList<ConversationRecord> Read(string tenant, string participant, int limit)
    {
        lock (_lock)
        {
            return _records.TryGetValue((tenant, participant), out var own)
                ? [.. own.Take(limit).Select(r => new ConversationRecord(r.Key, r.Value))]
                : [];
        }
    }

    public void Erase(ConversationKey key)
    {
        lock (_lock)
        {
            if (!_participants.Remove(key, out var participants))
            {
                return;
            }

            foreach (string participant in participants)
            {
                if (_records.TryGetValue((key.Tenant, participant), out var own) && own.Remove(key.Conversation) && own.Count == 0)
                {
                    _records.Remove((key.Tenant, participant));
                }
            }
        }
    }
}
