using GroomingSignals.Conversations;

namespace GroomingSignals.Tracking;

/// <summary>Takes a participant whom the platform names into a state.</summary>
internal static class Listing
{
    /// <summary>
    /// Adds a participant, or states of one who was not listed what is stated now. Of one who is listed an age that was left open is taken; what was
    /// stated stays.
    /// </summary>
    /// <returns>The place of a participant whose age is another now; -1 when no age changed.</returns>
    public static int Add(ConversationState state, Participant participant, int stateBytes)
    {
        int known = state.IndexOf(participant.Id);
        if (known < 0)
        {
            known = state.Participants.FindIndex(p => p.Assumed);
        }

        if (known < 0 && !Room.ForParticipant(state, participant.Id, stateBytes))
        {
            state.Notes.Add(NoteCodes.ParticipantLimit);
            return -1;
        }

        if (known < 0)
        {
            known = state.Participants.Count;
            state.Participants.Add(new TrackedParticipant { Id = participant.Id });
        }

        var tracked = state.Participants[known];
        if (tracked.Listed && (tracked.Age != AgeBand.Unknown || participant.Age == AgeBand.Unknown))
        {
            return -1;
        }

        var (speaking, listening) = (tracked.SpeakerAge, tracked.ListenerAge);
        tracked.Age = participant.Age;
        tracked.Provenance = participant.Provenance;
        int changed = speaking != tracked.SpeakerAge || listening != tracked.ListenerAge ? known : -1;
        if (tracked.Listed)
        {
            tracked.Role ??= RoleOf(participant);
            return changed;
        }

        tracked.Id = participant.Id;
        tracked.Role = RoleOf(participant);
        tracked.Listed = true;
        tracked.Assumed = false;
        return changed;
    }

    private static string? RoleOf(Participant participant) =>
        participant.Role is { Length: > Room.IdLength } role ? role[..Room.IdLength] : participant.Role;
}
