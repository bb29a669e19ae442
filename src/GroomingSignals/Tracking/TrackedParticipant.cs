using GroomingSignals.Conversations;
using GroomingSignals.Rules;

namespace GroomingSignals.Tracking;

/// <summary>What a state knows of a participant.</summary>
internal sealed class TrackedParticipant
{
    public required string Id { get; set; }

    /// <summary>The band that the platform states.</summary>
    public AgeBand Age { get; set; }

    public AgeProvenance Provenance { get; set; }

    public string? Role { get; set; }

    /// <summary>True when the platform listed the participant.</summary>
    public bool Listed { get; set; }

    /// <summary>True for the unseen listener of a conversation with one sender.</summary>
    public bool Assumed { get; set; }

    public int Messages { get; set; }

    /// <summary>The last message, counted from 0; -1 before the first.</summary>
    public int LastOrdinal { get; set; } = -1;

    /// <summary>The last claim of age.</summary>
    public AgeClaim? Claim { get; set; }

    /// <summary>The band of the youngest claim under 18 years; unknown when there is none.</summary>
    public AgeBand ClaimedMinor { get; set; }

    /// <summary>True when some claim said 18 years or more.</summary>
    public bool ClaimedAdult { get; set; }

    /// <summary>
    /// The band that counts when the participant speaks. A claim never moves a speaker to a safer track: one who is stated to be a minor,
    /// unverified, and says that they are an adult counts as unknown.
    /// </summary>
    public AgeBand SpeakerAge =>
        AgeBands.IsMinor(Age) && ClaimedAdult && Provenance != AgeProvenance.Verified ? AgeBand.Unknown : Age;

    /// <summary>The band that counts when the participant listens: a claim makes a possible minor of anybody whose age is not verified.</summary>
    public AgeBand ListenerAge =>
        ClaimedMinor != AgeBand.Unknown && !AgeBands.IsMinor(Age) && Provenance != AgeProvenance.Verified ? ClaimedMinor : Age;

    public AgeProvenance ListenerProvenance => ListenerAge == Age ? Provenance : AgeProvenance.Inferred;

    public PartyFacts AsSpeaker(int index, bool initiator) => new(index, SpeakerAge, Provenance, Role, initiator);

    public PartyFacts AsListener(int index, bool initiator) => new(index, ListenerAge, ListenerProvenance, Role, initiator);

    /// <summary>Takes note of a claim.</summary>
    public void Says(AgeClaim claim)
    {
        Claim = claim;
        ClaimedAdult |= claim.From >= 18;
        if (claim.To < 18)
        {
            var band = AgeBands.Of(claim.To);
            ClaimedMinor = ClaimedMinor == AgeBand.Unknown || band < ClaimedMinor ? band : ClaimedMinor;
        }
    }
}
