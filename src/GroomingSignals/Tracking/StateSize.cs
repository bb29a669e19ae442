using System.Runtime.InteropServices;

namespace GroomingSignals.Tracking;

/// <summary>
/// An upper bound of the length of a snapshot, quick to compute. The fold keeps it under the limit, so that a snapshot is never too long
/// and what has to go is decided in the fold, the same for every way of running it.
/// </summary>
internal static class StateSize
{
    private const int Header = 64;
    private const int ParticipantBytes = 40;
    private const int PairBytes = 48;
    private const int TallyBytes = 46;
    private const int EvidenceBytes = 18;
    private const int SpanBytes = 6;
    private const int EventBytes = 16;
    private const int TermBytes = 5;
    private const int SeenBytes = 8;
    private const int CountBytes = 8;
    private const int FeatureBytes = 470;
    private const int SpeakerBytes = 310;
    private const int VoiceBytes = 10;

    public static int Bound(ConversationState state)
    {
        int size = Header + IdBytes(state.ConversationId);
        foreach (var participant in state.Participants)
        {
            size += ParticipantBytes + IdBytes(participant.Id) + IdBytes(participant.Role) + IdBytes(participant.Claim?.MessageId);
        }

        foreach (var pair in state.Pairs)
        {
            size += PairBytes;
            foreach (var tally in pair.Tallies)
            {
                size += TallyBytes + IdBytes(tally.RuleId);
            }

            foreach (ref readonly var item in CollectionsMarshal.AsSpan(pair.Evidence))
            {
                size += EvidenceBytes + IdBytes(item.MessageId) + IdBytes(item.EarlierMessageId) + (item.Spans.Length * SpanBytes);
            }
        }

        if (state.Features is { } features)
        {
            size += FeatureBytes + (features.Speakers.Count * SpeakerBytes) + (state.Pairs.Count * VoiceBytes) + (features.Peak.Vector.Length * 17 / 4);
        }

        size += state.History.Count * (EventBytes + TermBytes);
        size += state.Seen.Count * SeenBytes;
        return size + state.Notes.Bytes;
    }

    /// <summary>What a note takes at most.</summary>
    public static int NoteBytes(string code, string subject) => CountBytes + IdBytes(code) + IdBytes(subject);

    /// <summary>An id takes at most three bytes a code unit, and three for its kind and length; plain ids take six bits a character.</summary>
    public static int IdBytes(string? id) => id is null ? 1 : 4 + (IdPacking.CanPack(id) ? ((id.Length * 3) + 3) / 4 : id.Length * 3);
}
