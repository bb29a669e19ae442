namespace GroomingSignals.Tracking;

/// <summary>Keeps a state within its limits. What has to go is chosen by rule and stated.</summary>
internal static class Room
{
    internal const int Pairs = 16;
    internal const int EvidenceItems = 40;
    internal const int Participants = 64;
    internal const int IdLength = 256;

    /// <summary>True when one more participant fits.</summary>
    public static bool ForParticipant(ConversationState state, string id, int limit)
    {
        if (state.Participants.Count >= Participants)
        {
            return false;
        }

        int ids = StateSize.IdBytes(id);
        foreach (var participant in state.Participants)
        {
            ids += StateSize.IdBytes(participant.Id) + StateSize.IdBytes(participant.Role) + 16;
        }

        return ids <= limit / 2;
    }

    /// <summary>Gives up evidence places, then pairs, then history, until the state fits.</summary>
    public static void Make(ConversationState state, int limit)
    {
        while (state.Pairs.Count > Pairs)
        {
            DropPair(state);
        }

        while (PlacesIn(state) > EvidenceItems)
        {
            DropEvidence(state);
        }

        while (StateSize.Bound(state) > limit)
        {
            if (PlacesIn(state) > 0)
            {
                DropEvidence(state);
            }
            else if (state.Pairs.Count > 1)
            {
                DropPair(state);
            }
            else if (state.History.Count > 0)
            {
                state.History = new Rules.EventHistory();
                state.Notes.Add(NoteCodes.HistoryEvicted);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>How many places of evidence are kept. By hand, since this is asked with nearly every message that has a cue.</summary>
    private static int PlacesIn(ConversationState state)
    {
        int places = 0;
        foreach (var pair in state.Pairs)
        {
            places += pair.Evidence.Count;
        }

        return places;
    }

    /// <summary>The oldest place of the rule that has most places goes first: its first points stay in the tally.</summary>
    private static void DropEvidence(ConversationState state)
    {
        TrackedPair? fullest = null;
        string rule = "";
        int most = 0;
        foreach (var pair in state.Pairs)
        {
            foreach (var tally in pair.Tallies)
            {
                int places = pair.Evidence.Count(e => string.Equals(e.RuleId, tally.RuleId, StringComparison.Ordinal));
                if (places > most)
                {
                    (fullest, rule, most) = (pair, tally.RuleId, places);
                }
            }
        }

        int oldest = fullest!.Evidence.FindIndex(e => string.Equals(e.RuleId, rule, StringComparison.Ordinal));
        fullest.Evidence.RemoveAt(oldest);
        state.Notes.Add(NoteCodes.EvidenceEvicted);
    }

    /// <summary>The pair with the lowest peak goes, of equal ones the one that was quiet longest.</summary>
    private static void DropPair(ConversationState state)
    {
        var weakest = state.Pairs[0];
        foreach (var pair in state.Pairs)
        {
            if ((pair.PeakSeverity, pair.PeakRaw, pair.LastOrdinal).CompareTo((weakest.PeakSeverity, weakest.PeakRaw, weakest.LastOrdinal)) < 0)
            {
                weakest = pair;
            }
        }

        state.Pairs.Remove(weakest);
        state.Notes.Add(NoteCodes.PairEvicted);
    }
}
