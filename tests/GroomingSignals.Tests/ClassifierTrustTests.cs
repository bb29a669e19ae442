using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tests.Properties;
using GroomingSignals.Tests.Scoring.Classifier;

namespace GroomingSignals.Tests;

public sealed class ClassifierTrustTests
{
    private static readonly Conversation Secret = new() { Messages = [new Message { Sender = "a", Text = "our little secret" }, new Message { Sender = "b", Text = "ok" }] };

    [Fact]
    public void A_probability_is_the_calibrated_score_at_the_prevalence_of_the_policy()
    {
        var assessment = FusedPack.Analyzer.Analyze(Secret);
        double calibrated = 1 / (1 + Math.Exp(-((1.1 * (double)assessment.RawScore) - 0.2)));
        double odds = calibrated / (1 - calibrated) * (0.01 / 0.99) / (0.2 / 0.8);
        assessment.Probability.Should().BeApproximately(odds / (1 + odds), 1e-12);
        assessment.Assumptions.Select(a => a.Code).Should().NotContain(code => code.StartsWith("classifier", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_prevalence_there_is_no_probability_and_it_is_said()
    {
        var assessment = FusedPack.With(SmallModel.OfSmallPack, RiskPolicy.Default).Analyze(Secret);
        assessment.Probability.Should().BeNull();
        assessment.Assumptions.Select(a => a.Code).Should().ContainSingle(code => code == "classifier-no-prevalence");
    }

    [Fact]
    public void With_another_pack_there_is_no_probability()
    {
        var other = RulePack.Parse(SmallPack.Yaml.Replace("title: hides", "title: conceals", StringComparison.Ordinal), "small.yaml");
        var analyzer = new RiskAnalyzerBuilder().WithoutBuiltInRulePack().AddRulePack(other).UseClassifier(SmallModel.OfSmallPack).UsePolicy(FusedPack.Policy).Build();
        Doubted(analyzer, "classifier-pack-differs");
    }

    [Theory]
    [InlineData("overrides: { T-SEC-001: { mode: shadow, reason: noisy } }")]
    [InlineData("overrides: { T-SEC-001: { logOdds: 0.5, reason: noisy } }")]
    [InlineData("scoring: { baseline: -4 }")]
    [InlineData("tracks: { unknown-to-unknown: { logOdds: 0.1 } }")]
    public void With_another_voice_of_the_rules_there_is_no_probability(string change) =>
        Doubted(FusedPack.With(SmallModel.OfSmallPack, FusedPack.PolicyOf("prevalence: 0.01\n" + change)), "classifier-policy-override");

    [Theory]
    [InlineData("overrides: { T-SEC-001: { mode: shadow, reason: noisy, expires: 2020-01-01 } }")]
    [InlineData("thresholds: { fused: { low: 0.1, review: 0.2, urgent: 0.3 } }")]
    public void What_does_not_move_the_rules_leaves_the_probability(string change) =>
        FusedPack.With(SmallModel.OfSmallPack, FusedPack.PolicyOf("prevalence: 0.01\n" + change)).Analyze(Secret).Probability.Should().NotBeNull();

    [Fact]
    public void Without_a_calibrator_there_is_no_probability() =>
        Doubted(FusedPack.With(RiskClassifier.Of(SmallModel.OfSmallPack.Parts with { Calibrator = null })), "classifier-uncalibrated");

    [Fact]
    public void A_state_of_another_classifier_is_not_continued()
    {
        var other = FusedPack.With(SmallModel.OfSmallPack.Parts.Fusion with { Bias = -2 });
        var state = other.Start();
        other.Append(state, Secret.Messages[0]);
        var resumed = FusedPack.Analyzer.Resume(state.ToSnapshot());
        FusedPack.Analyzer.Append(resumed, Secret.Messages[1]);
        var assessment = FusedPack.Analyzer.Assess(resumed);
        assessment.Probability.Should().BeNull();
        assessment.Baseline.Should().Be(-3);
        assessment.Assumptions.Should().ContainSingle(a => a.Code == "classifier-features-missing");
        FusedPack.Analyzer.ExplainFeatures(resumed).Should().BeNull();
    }

    [Fact]
    public void A_state_that_is_resumed_without_its_classifier_goes_on_with_the_rules()
    {
        var state = FusedPack.Analyzer.Start();
        foreach (var message in Secret.Messages)
        {
            FusedPack.Analyzer.Append(state, message);
        }

        byte[] fused = state.ToSnapshot();
        var resumed = SmallPack.Analyzer.Resume(fused);
        var assessment = SmallPack.Analyzer.Assess(resumed);
        assessment.RawScore.Should().Be(SmallPack.Analyzer.Analyze(Secret).RawScore);
        assessment.Contributions.Should().Equal(SmallPack.Analyzer.Analyze(Secret).Contributions);
        resumed.ToSnapshot().Length.Should().BeLessThan(fused.Length);
    }

    [Fact]
    public void A_state_without_messages_may_take_up_a_classifier()
    {
        var state = FusedPack.Analyzer.Resume(SmallPack.Analyzer.Start().ToSnapshot());
        foreach (var message in Secret.Messages)
        {
            FusedPack.Analyzer.Append(state, message);
        }

        FusedPack.Analyzer.Assess(state).ToJson().Should().Be(FusedPack.Analyzer.Analyze(Secret).ToJson());
    }

    [Fact]
    public void A_rule_that_vanished_takes_its_points_and_leaves_the_classifier_its_voice()
    {
        var state = FusedPack.Analyzer.Start();
        FusedPack.Analyzer.Append(state, new Message { Sender = "a", Text = "send me a picture" });
        FusedPack.Analyzer.Append(state, new Message { Sender = "a", Text = "our little secret" });
        string smaller = SmallPack.Yaml.Replace("T-IMG-001", "T-IMG-009", StringComparison.Ordinal).Replace("T-SEC-001", "T-SEC-009", StringComparison.Ordinal);
        var other = new RiskAnalyzerBuilder().WithoutBuiltInRulePack().AddRulePack(RulePack.Parse(smaller, "small.yaml"))
            .UseClassifier(SmallModel.OfSmallPack).UsePolicy(FusedPack.Policy).Build();
        var assessment = other.Assess(other.Resume(state.ToSnapshot()));
        (assessment.Baseline + assessment.Contributions.Sum(c => c.Value)).Should().Be(assessment.RawScore);
        assessment.Contributions.Should().Contain(c => c.Name == "classifier.text").And.NotContain(c => c.Name.StartsWith("T-", StringComparison.Ordinal));
        assessment.Evidence.Should().BeEmpty();
    }

    private static void Doubted(RiskAnalyzer analyzer, string code)
    {
        var assessment = analyzer.Analyze(Secret);
        assessment.Probability.Should().BeNull();
        assessment.Assumptions.Should().ContainSingle(a => a.Code == code);
        assessment.Assumptions.Should().OnlyContain(a => a.Detail != a.Code);
    }
}
