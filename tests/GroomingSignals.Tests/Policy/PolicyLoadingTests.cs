using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Rules;
using GroomingSignals.Scoring;

namespace GroomingSignals.Tests.Policy;

public sealed class PolicyLoadingTests
{
    private const string Header = "schema: policy/1\npolicy: { id: own, version: 2.1.0 }\n";

    [Fact]
    public void The_default_policy_says_what_the_rule_language_says()
    {
        var policy = RiskPolicy.Default;
        policy.Version.Id.Should().Be("default");
        policy.Version.Hash.Should().MatchRegex("^[0-9a-f]{64}$");
        policy.Prevalence.Should().BeNull();
        policy.Rules.Should().Be(new Thresholds(0.30, 0.60, 0.85));
        policy.Fused.Should().BeNull();
        policy.Tracks.Should().Equal(
            new TrackPolicy(600_000, true, null, null),
            new TrackPolicy(300_000, true, null, null),
            new TrackPolicy(-800_000, true, new Thresholds(null, 0.75, null), null),
            new TrackPolicy(0, true, null, null),
            new TrackPolicy(0, false, null, null));
        policy.Tactics.Should().Equal(new Dictionary<Tactic, TacticPolicy>
        {
            [Tactic.Coercion] = new(new Thresholds(null, null, 0.50), true),
            [Tactic.ImageRequest] = new(new Thresholds(null, 0.60, null), true),
        });
        policy.Overrides.Should().BeEmpty();
        (policy.MessageCharacters, policy.StateBytes).Should().Be((20_000, 8_192));
    }

    [Fact]
    public void The_numbers_of_the_default_policy_are_those_of_the_code() =>
        RiskPolicy.Default.Scoring.Should().BeEquivalentTo(new ScoringPolicy());

    [Fact]
    public void So_are_those_of_participants() => RiskPolicy.Default.Participants.Should().Be(new ParticipantPolicy());

    [Fact]
    public void What_a_policy_says_of_participants_changes_that_and_nothing_else() =>
        RiskPolicy.Parse(Header + "participants: { baseline: -4, firstContacts: { from: 9, window: 2h }, speaker: { minor: -2 } }", "own.yaml")
            .Participants.Should().Be(new ParticipantPolicy
            {
                Baseline = -4_000_000,
                FirstContacts = new CountPoints(9, 150_000, 1_000_000),
                FirstContactWindow = TimeSpan.FromHours(2),
                Minor = -2_000_000,
            });

    [Fact]
    public void What_a_policy_leaves_out_is_the_default()
    {
        var policy = RiskPolicy.Parse(Header, "own.yaml");
        policy.Should().BeEquivalentTo(RiskPolicy.Default, options => options.Excluding(p => p.Version));
        (policy.Version.Id, policy.Version.Version).Should().Be(("own", "2.1.0"));
        policy.Version.Hash.Should().NotBe(RiskPolicy.Default.Version.Hash);
    }

    [Fact]
    public void A_policy_changes_what_it_states_and_nothing_else()
    {
        var policy = RiskPolicy.Parse(
            Header + """
            prevalence: 0.002
            thresholds:
              rules: { review: 0.7 }
            scoring:
              baseline: -4.25
              direction: { mutual: -0.5 }
              views: { leet: 0.5 }
            tracks:
              unknown-to-minor: { logOdds: 0.4, thresholds: { fused: { urgent: 0.8 } } }
            tactics:
              secrecy: { review: 0.4, urgent: 0.7 }
            limits: { stateBytes: 4096 }
            """,
            "own.yaml");
        policy.Prevalence.Should().Be(0.002);
        policy.Rules.Should().Be(new Thresholds(0.30, 0.7, 0.85));
        policy.Fused.Should().BeNull();
        policy.Scoring.Should().BeEquivalentTo(new ScoringPolicy
        {
            Baseline = -4_250_000,
            DirectionMutual = -500_000,
            ViewFactors = [1_000_000, 950_000, 900_000, 850_000, 500_000],
        });
        policy.Tracks[(int)Track.UnknownToMinor].Should().Be(new TrackPolicy(400_000, true, null, new Thresholds(null, null, 0.8)));
        policy.Tracks[(int)Track.AdultToMinor].Should().Be(RiskPolicy.Default.Tracks[(int)Track.AdultToMinor]);
        policy.Tactics[Tactic.Secrecy].Should().Be(new TacticPolicy(new Thresholds(null, 0.4, 0.7), false));
        policy.Tactics[Tactic.Coercion].FastPath.Should().BeTrue("a policy that does not speak of a fast path does not take it away");
        (policy.MessageCharacters, policy.StateBytes).Should().Be((20_000, 4_096));
    }

    [Fact]
    public void A_tactic_that_says_null_has_no_thresholds_of_its_own() =>
        RiskPolicy.Parse(Header + "tactics: { coercion: null }", "own.yaml").Tactics.Keys.Should().Equal(Tactic.ImageRequest);

    [Fact]
    public void Overrides_are_read_whole()
    {
        var policy = RiskPolicy.Parse(
            Header + "overrides:\n  GS-SEC-001: { mode: shadow, reason: noisy, expires: 2027-03-01 }\n  GS-IMG-001: { logOdds: 0.5, reason: local }",
            "own.yaml");
        policy.Overrides.Select(o => (o.RuleId, o.Mode, o.LogOdds, o.Reason, o.Expires)).Should().Equal(
            ("GS-SEC-001", RuleMode.Shadow, null, "noisy", new DateOnly(2027, 3, 1)),
            ("GS-IMG-001", null, 500_000, "local", null));
    }

    [Fact]
    public void The_hash_does_not_hang_on_line_ends_or_a_byte_order_mark() =>
        RiskPolicy.Parse("\uFEFF" + Header.Replace("\n", "\r\n", StringComparison.Ordinal), "own.yaml").Version
            .Should().Be(RiskPolicy.Parse(Header, "own.yaml").Version);
}
