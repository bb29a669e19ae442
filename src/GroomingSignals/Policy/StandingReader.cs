using GroomingSignals.Tracking;

namespace GroomingSignals.Policy;

/// <summary>
/// Reads where the pairs of a state stand, message by message. The severity of a conversation under any thresholds is the highest that any of its
/// standings has under them, so that a change of thresholds needs no second reading of the messages.
/// </summary>
/// <param name="peaks">Of the analyzer that the state belongs to.</param>
internal sealed class StandingReader(PeakKeeper peaks)
{
    /// <summary>Adds where the pairs stand after a message of a participant, and drops what others cover.</summary>
    /// <param name="state">The state, just after the message.</param>
    /// <param name="sender">The participant who sent it.</param>
    /// <param name="standings">Those so far.</param>
    public void After(ConversationState state, string sender, List<Standing> standings)
    {
        int speaker = state.IndexOf(sender);
        if (speaker < 0)
        {
            return;
        }

        bool fused = peaks.IsFused(state);
        foreach (var pair in state.Pairs)
        {
            if (pair.ScoredHits > 0 && (fused || pair.From == speaker || pair.Towards == speaker))
            {
                Add(standings, Of(state, pair));
            }
        }

        // Another policy may have left it out.
        if (peaks.FocusNow(state) is { } focus)
        {
            Add(standings, focus);
        }
    }

    private Standing Of(ConversationState state, TrackedPair pair)
    {
        var track = PeakKeeper.TrackOf(state, pair);
        var tactics = default(Scoring.TacticPoints);
        int raw = peaks.RawNow(state, pair, track, ref tactics, out var apart);
        return new Standing(pair.From, pair.Towards, track, raw, pair.ScoredHits, tactics, apart);
    }

    private static void Add(List<Standing> standings, in Standing next)
    {
        foreach (ref readonly var standing in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(standings))
        {
            if (standing.Covers(next))
            {
                return;
            }
        }

        var added = next;
        standings.RemoveAll(s => added.Covers(s));
        standings.Add(added);
    }
}
