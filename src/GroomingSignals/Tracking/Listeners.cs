using GroomingSignals.Conversations;

namespace GroomingSignals.Tracking;

/// <summary>
/// Chooses towards whom a message goes: possible minors first, at most <see cref="Minors"/>, then the most recent other
/// speakers until there are <see cref="Others"/>.
/// </summary>
internal static class Listeners
{
    internal const int Minors = 8;
    internal const int Others = 3;

    /// <summary>Fills the list.</summary>
    /// <returns>False when there are more listeners than are followed.</returns>
    public static bool Choose(ConversationState state, int speaker, List<int> into)
    {
        into.Clear();
        var participants = state.Participants;
        for (int i = 0; i < participants.Count; i++)
        {
            if (i != speaker)
            {
                into.Add(i);
            }
        }

        if (into.Count <= 1)
        {
            return true;
        }

        Sort(participants, into);
        int minors = 0;
        while (minors < into.Count && AgeBands.IsMinor(participants[into[minors]].ListenerAge))
        {
            minors++;
        }

        int keep = Math.Min(into.Count, Math.Max(Math.Min(minors, Minors), Others));
        bool all = keep == into.Count;
        into.RemoveRange(keep, into.Count - keep);
        return all;
    }

    /// <summary>In a method of its own: what the comparison captures would otherwise be made for two participants too.</summary>
    private static void Sort(List<TrackedParticipant> participants, List<int> listeners) => listeners.Sort((a, b) => Compare(participants, a, b));

    /// <summary>The first of those towards whom a message goes; -1 when there is nobody. Allocates nothing.</summary>
    public static int First(ConversationState state, int speaker)
    {
        int first = -1;
        for (int i = 0; i < state.Participants.Count; i++)
        {
            if (i != speaker && (first < 0 || Compare(state.Participants, i, first) < 0))
            {
                first = i;
            }
        }

        return first;
    }

    private static int Compare(List<TrackedParticipant> participants, int a, int b)
    {
        int rank = Rank(participants[a].ListenerAge).CompareTo(Rank(participants[b].ListenerAge));
        if (rank != 0)
        {
            return rank;
        }

        int recent = participants[b].LastOrdinal.CompareTo(participants[a].LastOrdinal);
        return recent != 0 ? recent : a.CompareTo(b);
    }

    private static int Rank(AgeBand age) => AgeBands.IsMinor(age) ? 0 : age == AgeBand.Unknown ? 1 : 2;
}
