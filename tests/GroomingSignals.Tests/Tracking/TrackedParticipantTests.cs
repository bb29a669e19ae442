using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Rules;
using GroomingSignals.Tracking;

namespace GroomingSignals.Tests.Tracking;

public sealed class TrackedParticipantTests
{
    [Fact]
    public void A_claim_makes_a_possible_minor_as_listener_but_never_a_safer_speaker()
    {
        var participant = new TrackedParticipant { Id = "a" };
        participant.Says(Claim(14));
        participant.ListenerAge.Should().Be(AgeBand.From13To15);
        participant.ListenerProvenance.Should().Be(AgeProvenance.Inferred);
        participant.SpeakerAge.Should().Be(AgeBand.Unknown);
    }

    [Fact]
    public void A_declared_adult_who_claims_to_be_a_minor_stays_an_adult_as_speaker()
    {
        var participant = new TrackedParticipant { Id = "a", Age = AgeBand.Adult, Provenance = AgeProvenance.Declared };
        participant.Says(Claim(15));
        participant.SpeakerAge.Should().Be(AgeBand.Adult);
        participant.ListenerAge.Should().Be(AgeBand.From13To15);
    }

    [Fact]
    public void A_declared_minor_who_claims_to_be_an_adult_counts_as_unknown_when_speaking()
    {
        var participant = new TrackedParticipant { Id = "a", Age = AgeBand.From13To15, Provenance = AgeProvenance.Declared };
        participant.Says(Claim(24));
        participant.SpeakerAge.Should().Be(AgeBand.Unknown);
        participant.ListenerAge.Should().Be(AgeBand.From13To15);
    }

    [Fact]
    public void What_the_platform_verified_no_claim_changes()
    {
        var participant = new TrackedParticipant { Id = "a", Age = AgeBand.Adult, Provenance = AgeProvenance.Verified };
        participant.Says(Claim(12));
        participant.ListenerAge.Should().Be(AgeBand.Adult);
    }

    private static AgeClaim Claim(int years) => new(years, years, "m", new TextSpan(0, 1));
}
