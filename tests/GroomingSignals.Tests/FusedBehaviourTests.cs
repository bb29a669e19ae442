using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tests.Properties;
using GroomingSignals.Tests.Scoring.Classifier;

namespace GroomingSignals.Tests;

public sealed class FusedBehaviourTests
{
    private static readonly RiskAnalyzer Analyzer = FusedPack.Analyzer;
    private static readonly Fusion TextOnly = new(-2.5, 0, 4, 0);

    private static readonly Participant[] AdultAndMinor =
    [
        new() { Id = "a", Age = AgeBand.Adult, Provenance = AgeProvenance.Declared },
        new() { Id = "b", Age = AgeBand.From13To15, Provenance = AgeProvenance.Declared },
    ];

    [Fact]
    public void Where_no_rule_finds_anything_the_headline_is_the_focus_of_the_classifier()
    {
        var assessment = FusedPack.With(TextOnly).Analyze(Of(("b", "how was school"), ("a", "a secret"), ("b", "what"), ("a", "a secret picture")));
        assessment.Evidence.Should().BeEmpty();
        (assessment.From, assessment.Towards).Should().Be(("a", "b"));
        assessment.Contributions.Select(c => c.Name).Should().Equal("classifier.text");
        assessment.Counterfactual.Should().BeNull();
    }

    [Fact]
    public void What_is_said_again_and_again_speaks_softer_until_it_is_nearly_forgotten()
    {
        double Text(int before, int between)
        {
            string[] texts = [.. Enumerable.Repeat("picture", before), .. Enumerable.Repeat("hm", between)];
            var conversation = Of([.. texts.Select(text => ("a", text))]);
            var state = Analyzer.Start("c");
            long without = 0;
            foreach (var message in conversation.Messages)
            {
                Analyzer.Append(state, message);
                without = state.Features!.Speakers[0].TextSum;
            }

            Analyzer.Append(state, new Message { Sender = "a", Text = "picture" });
            return (state.Features!.Speakers[0].TextSum - without) / 1e6;
        }

        Text(0, 0).Should().Be(1);
        Text(1, 0).Should().Be(0.5);
        Text(3, 0).Should().Be(0.25);
        Text(3, 16).Should().Be(0.5, "three became one after sixteen messages");
        Text(3, 32).Should().Be(1);
    }

    [Fact]
    public void With_one_sender_the_classifier_speaks_of_the_listener_that_is_assumed()
    {
        var assessment = FusedPack.With(TextOnly).Analyze(new Conversation { Messages = [new Message { Sender = "x", Text = "secret picture" }] });
        (assessment.From, assessment.Towards).Should().Be(("x", "unseen-listener"));
        assessment.RawScore.Should().BeGreaterThan(assessment.Baseline);
    }

    [Fact]
    public void It_names_who_the_classifier_speaks_of_and_not_who_spoke_first()
    {
        var assessment = FusedPack.With(TextOnly).Analyze(Among([], ("x", "how was school"), ("y", "a secret picture")));
        (assessment.From, assessment.Towards).Should().Be(("y", "x"));
    }

    [Fact]
    public void What_a_minor_says_to_an_adult_is_heard_as_the_adults_towards_the_minor()
    {
        var assessment = FusedPack.With(TextOnly with { Text = 9 }).Analyze(Of(("b", "secret"), ("a", "how was school"), ("b", "a secret picture"), ("a", "ok")));
        assessment.Evidence.Should().BeEmpty();
        (assessment.From, assessment.Towards).Should().Be(("a", "b"));
        assessment.Severity.Should().Be(Severity.Urgent);
        assessment.Contributions.Select(c => c.Name).Should().Equal("classifier.text");
        (assessment.Baseline + assessment.Contributions.Sum(c => c.Value)).Should().Be(assessment.RawScore);
    }

    [Fact]
    public void It_is_heard_too_where_the_rules_find_something_that_the_minor_says()
    {
        // The rules' pair goes from the minor towards the adult, and raises no risk.
        var assessment = FusedPack.With(TextOnly with { Text = 9 }).Analyze(Of(("b", "dont tell your mom a secret picture"), ("a", "hm")));
        assessment.Evidence.Should().ContainSingle().Which.From.Should().Be("b");
        (assessment.From, assessment.Towards, assessment.Severity).Should().Be(("a", "b", Severity.Urgent));
    }

    [Fact]
    public void Towards_somebody_of_unknown_age_it_is_heard_as_well()
    {
        var assessment = FusedPack.With(TextOnly).Analyze(Among([Aged("a", AgeBand.Adult)], ("x", "a secret picture"), ("a", "how was school")));
        (assessment.From, assessment.Towards).Should().Be(("a", "x"));
        assessment.RawScore.Should().BeGreaterThan(assessment.Baseline);
    }

    [Fact]
    public void Of_several_adults_it_is_the_one_who_comes_next_in_what_the_classifier_looks_at()
    {
        Participant[] people = [Aged("a", AgeBand.Adult), Aged("b", AgeBand.Under13), Aged("c", AgeBand.Adult)];
        string? From(string ofA, string ofC) => FusedPack.With(TextOnly).Analyze(Among(people, ("b", "secret picture"), ("a", ofA), ("c", ofC), ("b", "secret picture"))).From;
        From("good game", "hm").Should().Be("c");
        From("hm", "good game").Should().Be("a");
        From("hm", "hm").Should().Be("a", "of two who are alike it is the first");
    }

    [Fact]
    public void Between_adults_nobody_is_named_where_no_rule_finds_anything()
    {
        var assessment = FusedPack.With(TextOnly).Analyze(Among([Aged("a", AgeBand.Adult), Aged("c", AgeBand.Adult)], ("a", "secret"), ("c", "a secret picture")));
        (assessment.From, assessment.Severity).Should().Be((null, Severity.None));
        assessment.RawScore.Should().Be(assessment.Baseline);
    }

    [Fact]
    public void While_the_classifier_speaks_of_another_pair_the_headline_stands_no_higher_than_at_its_peak()
    {
        // What the minor says counts for less under this policy, so that it does not take the lead.
        var policy = FusedPack.PolicyOf("thresholds: { fused: { low: 0.05 } }\ntracks: { minor-to-minor: { thresholds: { fused: { low: 0.99, review: 0.995, urgent: 0.999 } } } }");
        var assessment = With(policy).Analyze(Among([Aged("b", AgeBand.Under13)], ("x", "hm"), ("b", "a secret picture")));
        (assessment.From, assessment.Severity).Should().Be(("x", Severity.Low));
        assessment.Current.Should().Be(new CurrentRisk(assessment.Risk, Severity.Low, assessment.RawScore));
    }

    [Fact]
    public void Nor_is_it_more_severe_when_the_one_who_listens_turns_out_to_be_a_minor()
    {
        var policy = FusedPack.PolicyOf("tracks: { unknown-to-minor: { thresholds: { fused: { low: 0.001, review: 0.002, urgent: 0.003 } } } }");
        var assessment = With(policy).Analyze(Among([], ("x", "picture"), ("x", "how was school and the game"), ("y", "im 15")));
        (assessment.From, assessment.Severity).Should().Be(("x", Severity.Low));
        assessment.Current.Severity.Should().Be(Severity.Low);
    }

    [Fact]
    public void Nobody_who_wrote_nothing_is_named_as_the_one_from_whom_risk_comes()
    {
        var assessment = FusedPack.With(TextOnly with { Text = 9 }).Analyze(Of(("b", "a secret picture"), ("b", "a secret picture")));
        (assessment.From, assessment.Severity).Should().Be((null, Severity.None));
        assessment.RawScore.Should().Be(assessment.Baseline);
    }

    [Fact]
    public void Too_few_pieces_of_evidence_do_not_silence_the_classifier()
    {
        var loud = FusedPack.With(TextOnly with { Text = 9 }).Analyze(Of(("a", "secret picture"), ("a", "secret picture")));
        loud.Evidence.Should().BeEmpty();
        loud.Severity.Should().Be(Severity.Urgent);
        loud.SeverityReason.DecidedBy.Should().Be(SeverityDecision.Overall);
    }

    [Fact]
    public void One_match_of_a_rule_lifts_nobody_to_review()
    {
        var rules = new Fusion(-1, 3, 0, 0);
        var assessment = FusedPack.With(rules).Analyze(Of(("a", "send me a picture")));
        assessment.Risk.Should().BeGreaterThan(0.9);
        assessment.Severity.Should().Be(Severity.Low);
        assessment.SeverityReason.DecidedBy.Should().Be(SeverityDecision.MinimumEvidence);
        FusedPack.With(rules).Analyze(Of(("a", "send me a picture"), ("a", "picture of you"))).Severity.Should().Be(Severity.Urgent);
    }

    [Fact]
    public void One_match_of_a_rule_takes_nothing_from_what_the_classifier_says_by_itself()
    {
        // Alone the classifier reaches review; with the rule the score is urgent, and that one match is not granted.
        var assessment = FusedPack.With(new Fusion(0.5, 3, 0.1, 0)).Analyze(Of(("a", "send me a picture")));
        assessment.Risk.Should().BeGreaterThan(0.9);
        assessment.Severity.Should().Be(Severity.Review);
        assessment.SeverityReason.Should().Be(new SeverityReason(SeverityDecision.MinimumEvidence, null, assessment.Risk, 0.9));
    }

    [Fact]
    public void The_fast_path_stays_on_the_scale_of_the_rules()
    {
        var assessment = FusedPack.With(new Fusion(-9, 0.01, 0, 0)).Analyze(Of(("a", "or else everybody sees it")));
        assessment.Severity.Should().Be(Severity.Urgent);
        assessment.SeverityReason.DecidedBy.Should().Be(SeverityDecision.FastPath);
        assessment.SeverityReason.Value.Should().BeApproximately(1 / (1 + Math.Exp(-0.6)), 1e-9);
    }

    [Fact]
    public void The_rules_are_weighed_line_by_line_with_the_track_among_them()
    {
        var assessment = FusedPack.With(new Fusion(-2, 0.5, 0, 0)).Analyze(Of(("a", "dont tell your mom"), ("a", "send me a picture")));
        assessment.Baseline.Should().Be(-2);
        assessment.Contributions.Should().Equal(
            new Contribution("T-IMG-001", 0.6m), new Contribution("T-SEC-001", 0.7m), new Contribution("co-occurrence", 0.175m),
            new Contribution("direction", 0.15m), new Contribution("track", 0.3m));
        assessment.RawScore.Should().Be(-0.075m);
    }

    [Fact]
    public void The_counterfactual_takes_rules_away_and_leaves_the_classifier_its_voice()
    {
        var conversation = Of(("a", "dont tell your mom"), ("a", "send me a picture"), ("a", "our little secret"));
        var fusion = new Fusion(-2, 1, 0.5, 0);
        var assessment = FusedPack.With(fusion).Analyze(conversation);
        var counterfactual = assessment.Counterfactual!;
        (counterfactual.Severity < assessment.Severity).Should().BeTrue();
        decimal text = assessment.Contributions.Single(c => c.Name == "classifier.text").Value;
        decimal without = assessment.RawScore - assessment.Contributions.Where(c => counterfactual.Rules.Contains(c.Name)).Sum(c => c.Value);
        counterfactual.RawScore.Should().BeLessThanOrEqualTo(without);
        counterfactual.RawScore.Should().BeGreaterThanOrEqualTo(-2 + text);
    }

    [Fact]
    public void The_classifier_brings_thresholds_and_the_policy_may_state_others()
    {
        var conversation = Of(("a", "secret picture"));
        var fusion = TextOnly with { Bias = 0, Text = 0.0001 };
        FusedPack.With(fusion).Analyze(conversation).SeverityReason.Threshold.Should().Be(0.25);
        var own = FusedPack.PolicyOf("thresholds: { fused: { low: 0.6, review: 0.7 } }");
        var classifier = RiskClassifier.Of(SmallModel.OfSmallPack.Parts with { Fusion = fusion });
        FusedPack.With(classifier, own).Analyze(conversation).SeverityReason.Should().Match<SeverityReason>(r => r.Threshold == 0.6 && r.DecidedBy == SeverityDecision.BelowThresholds);
        var track = FusedPack.PolicyOf("tracks: { adult-to-minor: { thresholds: { fused: { low: 0.1, review: 0.4 } } } }");
        FusedPack.With(classifier, track).Analyze(conversation).Severity.Should().Be(Severity.Review);
    }

    [Fact]
    public void What_does_not_go_together_is_refused_when_it_is_built()
    {
        FluentActions.Invoking(() => FusedPack.With(SmallModel.OfSmallPack, FusedPack.PolicyOf("thresholds: { fused: { low: 0.7 } }")))
            .Should().Throw<InvalidOperationException>().WithMessage("*fall*");
        FluentActions.Invoking(() => FusedPack.With(SmallModel.OfSmallPack, FusedPack.PolicyOf("limits: { stateBytes: 2048 }")))
            .Should().Throw<InvalidOperationException>().WithMessage("*stateBytes*4096*");
        FluentActions.Invoking(() => new RiskAnalyzerBuilder().UseClassifier(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void The_result_names_the_model() =>
        Analyzer.Analyze(Of(("a", "hi"))).Versions.Model.Should().Be(new PackVersion("small", "1.0.0", SmallModel.OfSmallPack.ContentHash));

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void A_message_with_a_classifier_costs_no_memory(string one, string other)
    {
        var state = Analyzer.Start("c", AdultAndMinor);
        Message[] messages =
        [
            new() { Sender = one, Text = "how was your game today, did you win?" }, new() { Sender = other, Text = "yes we did and it was a secret" },
            new() { Sender = one, Text = "a picture would be nice" }, new() { Sender = other, Text = "ok" },
        ];
        Append(40);

        // The runtime may allocate once while it replaces code by better code on this thread: the least of some rounds counts.
        Enumerable.Range(0, 5).Min(_ => Allocated(1000)).Should().Be(0);

        long Allocated(int count)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Append(count);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Append(int count)
        {
            for (int i = 0; i < count; i++)
            {
                Analyzer.Append(state, messages[i % messages.Length]);
            }
        }
    }

    [Fact]
    public void N_grams_are_explained_in_the_original_text()
    {
        var top = Analyzer.ExplainText(Of(("b", "how was school"), ("a", "It’s OUR  ＳＥＣＲＥＴ, ok?")), 1).Should().ContainSingle().Subject;
        (top.MessageId, top.Sender).Should().Be(("1", "a"));
        top.Grams[0].Span.Should().Be(new TextSpan(10, 16));
        top.Score.Should().BeApproximately(top.Grams.Sum(g => g.Weight), 1e-6);
        SmallPack.Analyzer.ExplainText(Of(("a", "secret"))).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_that_is_kept_or_explained_holds_text()
    {
        const string canary = "zanzibarcanary";
        var conversation = Of(("a", $"our little secret {canary}"), ("b", $"{canary} no way"), ("a", $"send me a picture {canary}"));
        var state = Analyzer.Start("c", AdultAndMinor);
        foreach (var message in conversation.Messages)
        {
            Analyzer.Append(state, message);
        }

        string snapshot = System.Text.Encoding.Latin1.GetString(state.ToSnapshot());
        string told = Analyzer.Assess(state).ToJson() + string.Concat(Analyzer.ExplainFeatures(state)!.Features) + string.Concat(Analyzer.ExplainText(conversation).SelectMany(m => m.Grams));
        foreach (string word in new[] { canary, "zanz", "picture " })
        {
            snapshot.Should().NotContain(word);
            told.Should().NotContain(word);
        }
    }

    private static RiskAnalyzer With(RiskPolicy policy) => FusedPack.With(RiskClassifier.Of(SmallModel.OfSmallPack.Parts with { Fusion = TextOnly }), policy);

    private static Conversation Of(params (string Sender, string Text)[] messages) => Among(AdultAndMinor, messages);

    private static Conversation Among(Participant[] people, params (string Sender, string Text)[] messages) =>
        new() { Participants = people, Messages = [.. messages.Select(m => new Message { Sender = m.Sender, Text = m.Text })] };

    private static Participant Aged(string id, AgeBand age) => new() { Id = id, Age = age, Provenance = AgeProvenance.Verified };
}
