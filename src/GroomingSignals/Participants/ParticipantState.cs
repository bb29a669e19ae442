using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Participants;

/// <summary>
/// What is known of one participant over many conversations: of constant size, without text, with one owner; not thread-safe. What a conversation says
/// of those who speak in it, its summary, is such a state too. Summaries may come in any order and any number of times, and a later summary of a
/// conversation takes the place of an earlier one: the state, and its bytes, are the same. The analyzer's
/// <c>Assess</c> makes a result of it.
/// </summary>
public sealed class ParticipantState
{
    /// <summary>Starts the state of a participant about whom nothing is known.</summary>
    /// <param name="participantId">The id, at most 256 UTF-16 code units.</param>
    /// <exception cref="ArgumentException">The id is null, empty or longer than 256 UTF-16 code units.</exception>
    public ParticipantState(string participantId)
    {
        ArgumentException.ThrowIfNullOrEmpty(participantId);
        ParticipantId = participantId.Length <= Room.IdLength
            ? participantId
            : throw new ArgumentException($"The participant id is longer than {Room.IdLength} UTF-16 code units.", nameof(participantId));
    }

    /// <summary>The id of the participant.</summary>
    public string ParticipantId { get; }

    /// <summary>The possible minors whom the participant has written to.</summary>
    internal Reach Contacts { get; } = new();

    /// <summary>Those of them towards whom some rule matched.</summary>
    internal Reach Evidence { get; } = new();

    /// <summary>The bands that the participant's own age was taken for, a bit each.</summary>
    internal int SpeakerBands { get; set; }

    /// <summary>True when some conversation takes the participant for an adult.</summary>
    internal bool IsAdult => (SpeakerBands & (1 << (int)AgeBand.Adult)) != 0;

    /// <summary>True when every conversation takes the participant for a minor.</summary>
    internal bool IsMinor => SpeakerBands != 0 && !IsAdult && (SpeakerBands & (1 << (int)AgeBand.Unknown)) == 0;

    /// <summary>
    /// What a conversation says so far of each speaker who has written to a possible minor. It holds all that earlier summaries of it held, so that the
    /// latest is enough; only what the conversation's state has evicted, or lost with a rule, stays known from earlier ones alone.
    /// </summary>
    /// <param name="conversation">The conversation; it has an id.</param>
    /// <returns>One summary a speaker, to be given to <see cref="Merge"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="conversation"/> is null.</exception>
    /// <exception cref="ArgumentException">The conversation has no id.</exception>
    public static IEnumerable<ParticipantState> Summarize(ConversationState conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.ConversationId is null
            ? throw new ArgumentException("A conversation without an id cannot be told from another.", nameof(conversation))
            : ContactSummaries.Of(conversation);
    }

    /// <summary>Takes up a state, or a summary, from its snapshot.</summary>
    /// <param name="snapshot">What <see cref="ToSnapshot"/> wrote.</param>
    /// <exception cref="InvalidDataException">The snapshot is damaged, or of another version.</exception>
    public static ParticipantState FromSnapshot(ReadOnlySpan<byte> snapshot) => ParticipantSnapshot.Read(snapshot);

    /// <summary>Takes in a summary of a conversation, or all that another state of the same participant knows.</summary>
    /// <param name="summary">The summary; it is not changed.</param>
    /// <returns>True when there was something new in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="summary"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="summary"/> is about another participant.</exception>
    public bool Merge(ParticipantState summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (!string.Equals(summary.ParticipantId, ParticipantId, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The summary is about '{summary.ParticipantId}', the state about '{ParticipantId}'.", nameof(summary));
        }

        int bands = SpeakerBands | summary.SpeakerBands;
        bool news = bands != SpeakerBands;
        SpeakerBands = bands;
        return Contacts.Join(summary.Contacts) | Evidence.Join(summary.Evidence) | news;
    }

    /// <summary>Writes the state as a versioned binary snapshot without text: at most 9 KiB, whatever the number of conversations. Equal states give equal bytes.</summary>
    public byte[] ToSnapshot() => ParticipantSnapshot.Write(this);
}
