using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Participants;

/// <summary>
/// What a conversation says of those who speak in it. It is cumulative: who has been written to stays so, a rule that matched stays so, the first time
/// stays or is stated late; so that a later summary holds what an earlier one did.
/// </summary>
internal static class ContactSummaries
{
    /// <summary>One summary for each speaker who has written to a possible minor.</summary>
    public static IEnumerable<ParticipantState> Of(ConversationState state)
    {
        ulong conversation = Key(1, state.ConversationId!);
        for (int speaker = 0; speaker < state.Participants.Count; speaker++)
        {
            if (state.Participants[speaker].Messages > 0 && Of(state, speaker, conversation) is { } summary)
            {
                yield return summary;
            }
        }
    }

    private static ParticipantState? Of(ConversationState state, int speaker, ulong conversation)
    {
        ParticipantState? summary = null;
        for (int listener = 0; listener < state.Participants.Count; listener++)
        {
            if (listener == speaker || !AgeBands.IsMinor(state.Participants[listener].ListenerAge))
            {
                continue;
            }

            // The stated band stays beside the one that a claim has made of it, so that later summaries hold what earlier ones did.
            var own = state.Participants[speaker];
            summary ??= new ParticipantState(own.Id) { SpeakerBands = (1 << (int)own.Age) | (1 << (int)own.SpeakerAge) };
            ulong minor = Key(0, state.Participants[listener].Id);
            summary.Contacts.Minors.Add(minor, state.FirstTime, RuleMarks.None);
            summary.Contacts.Conversations.Add(conversation, state.FirstTime, RuleMarks.None);
            if (Rules(state.PairOf(speaker, listener)) is { Marks.IsEmpty: false } rules)
            {
                summary.Evidence.Minors.Add(minor, null, rules);
                summary.Evidence.Conversations.Add(conversation, null, rules);
            }
        }

        return summary;
    }

    private static RuleMarks Rules(TrackedPair? pair)
    {
        if (pair is null)
        {
            return RuleMarks.None;
        }

        ImmutableArray<uint> marks = [.. pair.Tallies.Where(t => t.ScoredHits > 0).Select(t => RuleMarks.Of(t.RuleId)).Distinct().Order()];
        return marks.Length > RuleMarks.Most ? new RuleMarks(marks[..RuleMarks.Most], true) : new RuleMarks(marks, false);
    }

    private static ulong Key(int kind, string id)
    {
        var hash = StableHash.Start();
        hash.Add(kind);
        hash.Add(id);
        return hash.Value;
    }
}
