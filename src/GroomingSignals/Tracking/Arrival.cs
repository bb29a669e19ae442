using GroomingSignals.Conversations;

namespace GroomingSignals.Tracking;

/// <summary>Who sent a message and when, with what has to be assumed.</summary>
internal static class Arrival
{
    /// <summary>The index of the sender, who becomes a participant with the first message; -1 when there is no room.</summary>
    public static int SenderOf(ConversationState state, string id, int stateBytes)
    {
        int known = state.IndexOf(id);
        if (known >= 0)
        {
            var participant = state.Participants[known];
            participant.Assumed = false;
            AssumeListener(state);
            return known;
        }

        int unseen = state.Participants.FindIndex(p => p.Assumed);
        if (unseen >= 0)
        {
            state.Participants[unseen].Id = id;
            state.Participants[unseen].Assumed = false;
            return unseen;
        }

        if (!Room.ForParticipant(state, id, stateBytes))
        {
            state.Notes.Add(NoteCodes.ParticipantLimit);
            return -1;
        }

        state.Participants.Add(new TrackedParticipant { Id = id });
        int added = state.Participants.Count - 1;
        AssumeListener(state);
        return added;
    }

    private static void AssumeListener(ConversationState state)
    {
        if (state.Participants.Count == 1)
        {
            state.Participants.Add(new TrackedParticipant { Id = "unseen-listener", Assumed = true });
        }
    }

    /// <summary>The time of a message: never before that of an earlier one.</summary>
    public static long? TimeOf(ConversationState state, Message message)
    {
        if (message.Time is not { } time)
        {
            if (state.LastTime is not null)
            {
                state.Notes.Add(NoteCodes.TimeMissing);
            }

            return state.LastTime;
        }

        if (message.TimeOffsetAssumed)
        {
            state.Notes.Add(NoteCodes.TimeOffset);
        }

        long now = time.ToUnixTimeMilliseconds();
        if (now < state.LastTime)
        {
            state.Notes.Add(NoteCodes.TimeBackwards);
        }

        state.FirstTime ??= now;
        state.LastTime = Math.Max(state.LastTime ?? now, now);
        return state.LastTime;
    }
}
