using GroomingSignals.Conversations;

namespace GroomingSignals.Tracking;

/// <summary>Takes a participant whom the platform names into a state.</summary>
internal static class Listing
{
    /// <summary>Adds a participant, or states of one who was not listed what is stated now. One who is listed stays as they are.</summary>
    public static void Add(ConversationState state, Participant participant, int stateBytes)
    {
        int known = state.IndexOf(participant.Id);
        if (known < 0)
        {
            known = state.Participants.FindIndex(p => p.Assumed);
        }

        if (known < 0 && !Room.ForParticipant(state, participant.Id, stateBytes))
        {
            state.Notes.Add(NoteCodes.ParticipantLimit);
            return;
        }

        if (known < 0)
        {
            known = state.Participants.Count;
            state.Participants.Add(new TrackedParticipant { Id = participant.Id });
        }

        var tracked = state.Participants[known];
        if (tracked.Listed)
        {
            return;
        }

        tracked.Id = participant.Id;
        tracked.Age = participant.Age;
        tracked.Provenance = participant.Provenance;
        tracked.Role = participant.Role is { Length: > Room.IdLength } role ? role[..Room.IdLength] : participant.Role;
        tracked.Listed = true;
        tracked.Assumed = false;
    }
}
