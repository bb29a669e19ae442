using System.Runtime.InteropServices;
using GroomingSignals.Tracking;

namespace GroomingSignals.Participants;

/// <summary>
/// What the summaries of a conversation were last made of. As long as it is the same, so are they: most messages change neither who has written to whom
/// nor which rules matched, and then nothing is summarised. Of a state that stays bound to one analyzer; one owner at a time.
/// </summary>
internal sealed class ContactBasis
{
    [ThreadStatic]
    private static List<long>? _scratch;

    private long[] _known = [];

    /// <summary>Takes what summaries would be made of now.</summary>
    /// <returns>True when it is something else than the last time, and the first time.</returns>
    public bool Advance(ConversationState state)
    {
        var now = _scratch ??= [];
        now.Clear();
        Take(state, now);
        if (CollectionsMarshal.AsSpan(now).SequenceEqual(_known))
        {
            return false;
        }

        _known = [.. now];
        return true;
    }

    /// <summary>All that <see cref="ContactSummaries"/> reads. An id is given to a participant once, or to an unseen listener when they are named.</summary>
    private static void Take(ConversationState state, List<long> basis)
    {
        basis.Add(state.FirstTime ?? long.MinValue);
        basis.Add(state.Participants.Count);
        foreach (var participant in state.Participants)
        {
            basis.Add((participant.Messages > 0 ? 1 : 0) | (participant.Assumed ? 2 : 0)
                | ((int)participant.Age << 4) | ((int)participant.SpeakerAge << 8) | ((int)participant.ListenerAge << 12));
        }

        foreach (var pair in state.Pairs)
        {
            basis.Add(-1 - ((pair.From << 8) | pair.Towards));
            foreach (var tally in pair.Tallies)
            {
                if (tally.ScoredHits > 0)
                {
                    basis.Add(tally.Rule);
                }
            }
        }
    }
}
