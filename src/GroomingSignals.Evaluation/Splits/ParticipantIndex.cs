using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.Data;

namespace GroomingSignals.Evaluation.Splits;

/// <summary>In which conversations each participant id stands, as listed or as a sender.</summary>
internal sealed class ParticipantIndex
{
    private readonly SortedDictionary<string, List<int>> _conversationsOf = new(StringComparer.Ordinal);

    public ParticipantIndex(IReadOnlyList<LabelledConversation> conversations)
    {
        Conversations = conversations.Count;
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (int i = 0; i < conversations.Count; i++)
        {
            Collect(conversations[i].Conversation, ids);
            foreach (string id in ids)
            {
                if (!_conversationsOf.TryGetValue(id, out List<int>? found))
                {
                    _conversationsOf.Add(id, found = []);
                }

                found.Add(i);
            }
        }
    }

    public int Conversations { get; }

    public int Count => _conversationsOf.Count;

    /// <summary>The ids that stand in too many conversations to name a person, in ordinal order.</summary>
    public ImmutableArray<ParticipantRole> Roles() =>
        [.. _conversationsOf.Where(p => Commonplace.Is(p.Value.Count, Conversations)).Select(p => new ParticipantRole(p.Key, p.Value.Count))];

    /// <summary>The conversations of each id that stands in more than one and is no role.</summary>
    public IEnumerable<IReadOnlyList<int>> Shared() =>
        _conversationsOf.Values.Where(found => found.Count > 1 && !Commonplace.Is(found.Count, Conversations));

    /// <summary>The ids of a conversation.</summary>
    public static void Collect(Conversation conversation, HashSet<string> ids)
    {
        ids.Clear();
        foreach (Participant participant in conversation.Participants)
        {
            ids.Add(participant.Id);
        }

        foreach (Message message in conversation.Messages)
        {
            ids.Add(message.Sender);
        }
    }
}
