using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Tests.Properties;

namespace GroomingSignals.Tests;

public sealed class AnalyzerBehaviourTests
{
    private static readonly RiskAnalyzer Analyzer = SmallPack.Analyzer;
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly Participant[] AdultAndMinor =
    [
        new() { Id = "a", Age = AgeBand.Adult, Provenance = AgeProvenance.Declared },
        new() { Id = "b", Age = AgeBand.From13To15, Provenance = AgeProvenance.Declared },
    ];

    [Fact]
    public void No_messages_give_the_baseline()
    {
        var assessment = Analyzer.Analyze(new Conversation { Id = "empty" });
        assessment.RawScore.Should().Be(-3m);
        assessment.Severity.Should().Be(Severity.None);
        assessment.Contributions.Should().BeEmpty();
        assessment.From.Should().BeNull();
    }

    [Fact]
    public void The_evidence_names_rule_message_and_span()
    {
        var evidence = Analyze("hello there", "dont tell your mom ok").Evidence.Should().ContainSingle().Subject;
        evidence.RuleId.Should().Be("T-SEC-001");
        evidence.Anchors.Should().ContainSingle().Which.MessageId.Should().Be("1");
        evidence.Anchors[0].Spans.Should().Equal(new TextSpan(0, 18));
        evidence.Explanation.Should().Be("a asked b to hide it (1)");
        evidence.Contribution.Should().Be(1.4m);
    }

    [Fact]
    public void A_month_of_small_talk_hides_nothing()
    {
        var state = Analyzer.Start("c", AdultAndMinor);
        Analyzer.Append(state, Said("a", "dont tell your mom", Noon));
        var high = Analyzer.Append(state, Said("a", "send me a picture", Noon));
        var later = Analyzer.Append(state, Said("a", "how was school", Noon.AddDays(30)));
        later.Severity.Should().Be(high.Severity);
        later.Risk.Should().Be(high.Risk);
        later.CurrentRisk.Should().BeLessThan(high.CurrentRisk / 2);
    }

    [Fact]
    public void Risk_has_a_direction()
    {
        var assessment = Analyzer.Analyze(new Conversation
        {
            Participants = AdultAndMinor,
            Messages = [Said("b", "hi"), Said("a", "dont tell your mom"), Said("a", "send me a picture")],
        });
        (assessment.From, assessment.Towards).Should().Be(("a", "b"));
        (assessment.Severity >= Severity.Review).Should().BeTrue();
    }

    [Fact]
    public void Between_adults_tactics_are_reported_and_the_score_stays_at_the_baseline()
    {
        var assessment = Analyzer.Analyze(new Conversation
        {
            Participants = [AdultAndMinor[0], AdultAndMinor[1] with { Age = AgeBand.Adult }],
            Messages = [Said("a", "dont tell your mom"), Said("a", "send me a picture"), Said("a", "or else everybody sees it")],
        });
        assessment.Tactics.Should().HaveCount(3);
        assessment.RawScore.Should().Be(assessment.Baseline);
        assessment.SeverityReason.DecidedBy.Should().Be(SeverityDecision.Track);
    }

    [Fact]
    public void A_threat_takes_the_fast_path_from_its_first_message()
    {
        var assessment = Analyzer.Analyze(new Conversation { Messages = [Said("a", "or else everybody sees it")] });
        assessment.Severity.Should().Be(Severity.Urgent);
        assessment.SeverityReason.DecidedBy.Should().Be(SeverityDecision.FastPath);
        assessment.Assumptions.Select(a => a.Code).Should().Contain(["listener-assumed", "age-unknown", "direction-unknown"]);
    }

    [Fact]
    public void A_contradicted_age_has_two_anchors()
    {
        var assessment = Analyzer.Analyze(new Conversation
        {
            Messages = [Said("a", "im 15"), Said("b", "cool"), Said("a", "im 31 years")],
        });
        var evidence = assessment.Evidence.Should().ContainSingle(e => e.RuleId == "T-AGE-001").Subject;
        evidence.Anchors.Select(a => a.MessageId).Should().Equal("0", "2");
    }

    [Fact]
    public void A_claim_of_a_tender_age_makes_a_possible_minor_of_the_listener()
    {
        var assessment = Analyzer.Analyze(new Conversation { Messages = [Said("b", "im 14"), Said("a", "dont tell your mom")] });
        assessment.Participants.Single(p => p.Id == "b").InferredAge.Should().Be(AgeBand.From13To15);
        assessment.Contributions.Should().Contain(new Contribution("track", 0.3m));
    }

    [Fact]
    public void An_adult_who_claims_to_be_a_minor_is_shown_as_the_adult_that_the_platform_knows()
    {
        var adult = Analyze("im 14 too", "dont tell your mom").Participants.Single(p => p.Id == "a");
        (adult.Age, adult.Provenance, adult.InferredAge).Should().Be((AgeBand.Adult, AgeProvenance.Declared, AgeBand.From13To15));
    }

    [Theory]
    [InlineData("dont tell your mom")]
    [InlineData("im 31 btw")]
    public void What_a_minor_says_back_never_lowers_the_score_of_an_adult(string answer)
    {
        Message[] said = [Said("a", "dont tell your mom"), Said("a", "send me a picture")];
        var alone = Analyzer.Analyze(new Conversation { Participants = AdultAndMinor, Messages = said });
        var answered = Analyzer.Analyze(new Conversation { Participants = AdultAndMinor, Messages = [said[0], Said("b", answer), Said("b", answer), said[1]] });
        (answered.From, answered.RawScore).Should().Be(("a", alone.RawScore));
    }

    [Fact]
    public void Asking_again_after_a_no_is_a_tactic_of_its_own()
    {
        var assessment = Analyzer.Analyze(new Conversation
        {
            Participants = AdultAndMinor,
            Messages = [Said("a", "send me a picture"), Said("b", "no way"), Said("a", "send me a picture")],
        });
        assessment.Evidence.Should().Contain(e => e.RuleId == "T-PRS-001" && e.Anchors[0].MessageId == "2");
        assessment.Contributions.Should().Contain(new Contribution("protection", 0.2m));
    }

    [Fact]
    public void A_quoted_cue_does_not_count()
    {
        Analyze("she said dont tell your mom").Evidence.Should().BeEmpty();
        Analyze("she said hi. dont tell your mom").Evidence.Should().ContainSingle();
    }

    [Fact]
    public void A_shadow_rule_is_counted_and_never_scored()
    {
        var assessment = Analyze("dont tell your mom", "dont tell your mom");
        var shadow = assessment.Evidence.Should().ContainSingle(e => e.RuleId == "T-SEC-002").Subject;
        shadow.Shadow.Should().BeTrue();
        shadow.Contribution.Should().Be(0);
        assessment.Contributions.Should().NotContain(c => c.Name == "T-SEC-002");
    }

    [Fact]
    public void One_id_with_other_content_is_an_error_that_names_it()
    {
        var state = Analyzer.Start();
        Analyzer.Append(state, new Message { Id = "m7", Sender = "a", Text = "one" });
        var again = () => Analyzer.Append(state, new Message { Id = "m7", Sender = "a", Text = "two" });
        again.Should().Throw<ArgumentException>().WithMessage("*'m7'*");
    }

    [Fact]
    public void Misuse_names_the_item()
    {
        FluentActions.Invoking(() => Analyzer.Analyze(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Analyzer.Append(Analyzer.Start(), new Message { Sender = "" })).Should().Throw<ArgumentException>().WithMessage("*sender id is empty*");
        FluentActions.Invoking(() => Analyzer.Start("", null)).Should().Throw<ArgumentException>().WithMessage("*conversation id is empty*");
        FluentActions.Invoking(() => Analyzer.Start("c", [AdultAndMinor[0], AdultAndMinor[0]])).Should().Throw<ArgumentException>().WithMessage("*'a' is listed twice*");
    }

    [Fact]
    public void A_rule_that_has_vanished_is_dropped_and_stated()
    {
        var state = Analyzer.Start("c", AdultAndMinor);
        Analyzer.Append(state, Said("a", "dont tell your mom"));
        Analyzer.Append(state, Said("a", "send me a picture"));
        string smaller = SmallPack.Yaml.Replace("T-IMG-001", "T-IMG-009", StringComparison.Ordinal);
        var other = new RiskAnalyzerBuilder().WithoutBuiltInRulePack().AddRulePack(GroomingSignals.RulePacks.RulePack.Parse(smaller, "small.yaml")).Build();
        var assessment = other.Assess(other.Resume(state.ToSnapshot()));
        assessment.Assumptions.Should().Contain(a => a.Code == "rule-dropped" && a.Subject == "T-IMG-001");
        (assessment.Baseline + assessment.Contributions.Sum(c => c.Value)).Should().Be(assessment.RawScore);
        assessment.Evidence.Should().OnlyContain(e => e.RuleId == "T-SEC-001");
    }

    [Fact]
    public void A_million_messages_keep_the_state_small_and_every_loss_stated()
    {
        var state = Analyzer.Start("c", AdultAndMinor);
        for (int i = 0; i < 100_000; i++)
        {
            Analyzer.Append(state, Said(i % 3 == 0 ? "b" : "a", i % 7 == 0 ? "dont tell your mom" : "send me a picture", Noon.AddSeconds(i)));
        }

        state.ToSnapshot().Length.Should().BeLessThanOrEqualTo(8192);
        var assessment = Analyzer.Assess(state);
        assessment.Assumptions.Should().Contain(a => a.Code == "evidence-evicted");
        assessment.Evidence.Should().Contain(e => e.Earlier > 1000);
        (assessment.Baseline + assessment.Contributions.Sum(c => c.Value)).Should().Be(assessment.RawScore);
    }

    private static RiskAssessment Analyze(params string[] texts) =>
        Analyzer.Analyze(new Conversation { Participants = AdultAndMinor, Messages = [.. texts.Select(t => Said("a", t))] });

    private static Message Said(string sender, string text, DateTimeOffset? time = null) => new() { Sender = sender, Text = text, Time = time };
}
