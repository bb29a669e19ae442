using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Features;

/// <summary>
/// The ages of a speaker and of those who listen, by what is stated and what the cues of the packs claim. Beside the tracks of the policy, which
/// look at single pairs and at the rules that run.
/// </summary>
internal static class AgeRelation
{
    public const int Count = 5;

    private const int AdultToMinor = 0;
    private const int UnknownToMinor = 1;
    private const int MinorToMinor = 2;
    private const int Unknown = 3;
    private const int AdultToAdult = 4;

    /// <summary>The place of the relation among the five features.</summary>
    public static int Of(ConversationState conversation, SpeakerTally focus)
    {
        var speaker = conversation.Participants[focus.Participant];
        bool doubtful = AgeBands.IsMinor(speaker.Age) && focus.ClaimsAdult && speaker.Provenance != AgeProvenance.Verified;
        var age = doubtful ? AgeBand.Unknown : speaker.Age;
        bool anyMinor = false;
        bool allAdult = true;
        for (int i = 0; i < conversation.Participants.Count; i++)
        {
            if (i != focus.Participant)
            {
                bool minor = IsMinor(conversation, i);
                anyMinor |= minor;
                allAdult &= !minor && conversation.Participants[i].Age == AgeBand.Adult;
            }
        }

        if (anyMinor)
        {
            return age == AgeBand.Adult ? AdultToMinor : age == AgeBand.Unknown ? UnknownToMinor : MinorToMinor;
        }

        return allAdult ? AdultToAdult : AgeBands.IsMinor(age) ? MinorToMinor : Unknown;
    }

    private static bool IsMinor(ConversationState conversation, int index)
    {
        var participant = conversation.Participants[index];
        if (AgeBands.IsMinor(participant.Age) || participant.Provenance == AgeProvenance.Verified)
        {
            return AgeBands.IsMinor(participant.Age);
        }

        foreach (var tally in conversation.Features!.Speakers)
        {
            if (tally.Participant == index)
            {
                return tally.ClaimsMinor;
            }
        }

        return false;
    }
}
