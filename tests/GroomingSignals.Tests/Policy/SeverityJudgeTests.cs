using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;

namespace GroomingSignals.Tests.Policy;

public sealed class SeverityJudgeTests
{
    private static readonly SeverityJudge Judge = new(RiskPolicy.Default);

    [Theory]
    [InlineData(AgeBand.Adult, AgeBand.From13To15, Track.AdultToMinor)]
    [InlineData(AgeBand.Unknown, AgeBand.Under13, Track.UnknownToMinor)]
    [InlineData(AgeBand.From16To17, AgeBand.From13To15, Track.MinorToMinor)]
    [InlineData(AgeBand.Unknown, AgeBand.Unknown, Track.UnknownToUnknown)]
    [InlineData(AgeBand.Adult, AgeBand.Unknown, Track.UnknownToUnknown)]
    [InlineData(AgeBand.Adult, AgeBand.Adult, Track.AdultToAdult)]
    [InlineData(AgeBand.Unknown, AgeBand.Adult, Track.AdultToAdult)]
    public void The_pair_of_ages_decides_the_track(AgeBand speaker, AgeBand listener, object track) =>
        SeverityJudge.TrackOf(speaker, listener).Should().Be((Track)track);

    [Fact]
    public void A_threshold_is_reached_at_exactly_its_log_odds()
    {
        int review = LogOdds.FromRisk(0.60);
        At(review, 2).Severity.Should().Be(Severity.Review);
        At(review - 1, 2).Severity.Should().Be(Severity.Low);
    }

    [Fact]
    public void One_piece_of_evidence_is_not_enough_for_review()
    {
        var judged = At(3_000_000, 1);
        judged.Severity.Should().Be(Severity.Low);
        judged.DecidedBy.Should().Be(SeverityDecision.MinimumEvidence);
    }

    [Fact]
    public void The_fast_path_of_coercion_holds_from_the_first_match()
    {
        var tactics = default(TacticPoints);
        tactics[(int)Tactic.Coercion] = 3_000_000;
        var judged = Judge.Judge(Track.UnknownToUnknown, 0, 1, tactics);
        judged.Severity.Should().Be(Severity.Urgent);
        judged.DecidedBy.Should().Be(SeverityDecision.FastPath);
        judged.Tactic.Should().Be(Tactic.Coercion);
        judged.Threshold.Should().Be(0.50);
    }

    [Fact]
    public void A_classifier_that_stays_silent_hides_nothing_that_the_rules_show()
    {
        const int low = -8_000_000;
        const int rules = 1_000_000;
        var fused = new SeverityJudge(RiskPolicy.Default, new Thresholds(0.3, 0.6, 0.85));
        var judged = fused.Judge(Track.AdultToMinor, low, 3, default, new VoicesApart(low, rules));
        (judged.Severity, judged.DecidedBy, judged.Value).Should().Be((At(rules, 3).Severity, SeverityDecision.Rules, rules));
        fused.Judge(Track.AdultToMinor, low, 1, default, new VoicesApart(low, rules)).Severity.Should().Be(Severity.Low, "the rules need their evidence here too");
    }

    [Fact]
    public void Between_adults_nothing_is_raised()
    {
        var tactics = default(TacticPoints);
        tactics[(int)Tactic.Coercion] = 3_400_000;
        Judge.Judge(Track.AdultToAdult, 5_000_000, 9, tactics).Severity.Should().Be(Severity.None);
    }

    [Fact]
    public void Minors_among_themselves_have_their_own_review_threshold()
    {
        int score = LogOdds.FromRisk(0.70);
        Judge.Judge(Track.MinorToMinor, score, 3, default).Severity.Should().Be(Severity.Low);
        Judge.Judge(Track.AdultToMinor, score, 3, default).Severity.Should().Be(Severity.Review);
    }

    private static JudgedSeverity At(int raw, int evidence) => Judge.Judge(Track.AdultToMinor, raw, evidence, default);
}
