using GroomingSignals.RulePacks.Testing;
using GroomingSignals.Tests.Properties;

namespace GroomingSignals.Tests.RulePacks.Testing;

public sealed class RuleTestRunnerTests
{
    private const string Header = """
        schema: rule-tests/1
        pack: small
        participants:
        - { id: a, age: adult }
        - { id: b, age: 13-15 }
        - { id: c, age: 13-15 }
        tests:

        """;

    [Fact]
    public void A_positive_test_passes_when_its_rule_matches() =>
        Run("T-SEC-001", "positive", "match", "- a: dont tell your mom ok").Should().Equal(("plain", RuleTestOutcome.Pass, ""));

    [Fact]
    public void It_fails_when_the_rule_does_not_match() =>
        Run("T-SEC-001", "positive", "match", "- a: tell your mom hi").Should().Equal(
            ("plain", RuleTestOutcome.Fail, "T-SEC-001 does not match from a towards b"));

    [Fact]
    public void A_near_miss_fails_when_the_rule_matches() =>
        Run("T-SEC-001", "near-miss", "no-match", "- a: dont tell your mom ok").Should().Equal(
            ("plain", RuleTestOutcome.Fail, "T-SEC-001 matches from a towards b"));

    [Fact]
    public void The_same_words_by_the_other_are_no_match_of_the_first() =>
        Run("T-SEC-001", "swapped", "no-match", "- b: dont tell your mom ok").Should().Equal(("plain", RuleTestOutcome.Pass, ""));

    [Fact]
    public void Another_pair_can_be_named() =>
        Run("T-SEC-001", "positive", "match", "- c: dont tell your mom ok", "from: c\n  towards: a").Should().ContainSingle()
            .Which.Outcome.Should().Be(RuleTestOutcome.Pass);

    [Theory]
    [InlineData("todo-match", "tell your mom hi", "Todo")]
    [InlineData("todo-match", "dont tell your mom", "Fail")]
    public void A_todo_fails_only_when_it_begins_to_hold(string expect, string text, string outcome) =>
        Run("T-SEC-001", "positive", expect, $"- a: {text}").Should().ContainSingle().Which.Outcome.ToString().Should().Be(outcome);

    [Theory]
    [InlineData("[dont tell your mom]", true)]
    [InlineData("[dont tell your mom ok]", false)]
    [InlineData("[dont tell your mom, dont tell your mom]", false)]
    public void Spans_are_the_words_that_the_evidence_selects(string spans, bool pass) =>
        Passes(Run("T-SEC-001", "positive", "match", "- a: hey dont tell your mom ok", $"spans: {spans}")).Should().Be(pass);

    [Theory]
    [InlineData("{ atLeast: 0.1 }", true)]
    [InlineData("{ atLeast: 0.99 }", false)]
    [InlineData("{ atMost: 0.1 }", false)]
    public void Risk_can_be_held_within_bounds(string risk, bool pass) =>
        Passes(Run("T-SEC-001", "positive", "match", "- a: dont tell your mom ok", $"risk: {risk}")).Should().Be(pass);

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public void The_first_match_is_on_the_message_that_completes_it(int first, bool pass) =>
        Passes(Run("T-SEC-002", "positive", "match", "- a: dont tell your mom\n  - b: ok\n  - a: our little secret", $"firstMatch: {first}"))
            .Should().Be(pass);

    [Fact]
    public void Every_variant_and_delivery_runs_in_the_engine() =>
        Run(
            "T-SEC-001", "positive", "match", "- a: our little secret",
            "variants: [zero-width, spaced, leet, runs, confusable]\n  delivery: [duplicate]\n  spans: [our little secret]")
            .Where(r => r.Run != "spaced").Should().Equal(
                ("plain", RuleTestOutcome.Pass, ""), ("zero-width", RuleTestOutcome.Pass, ""), ("leet", RuleTestOutcome.Pass, ""),
                ("runs", RuleTestOutcome.Pass, ""), ("confusable", RuleTestOutcome.Pass, ""), ("duplicate", RuleTestOutcome.Pass, ""));

    [Fact]
    public void The_letters_set_apart_are_read_as_a_word() =>
        Passes(Run("T-IMG-001", "positive", "match", "- a: send me a picture hey", "variants: [spaced]")).Should().BeTrue();

    [Fact]
    public void A_variant_that_changes_nothing_fails() =>
        Run("T-IMG-002", "positive", "match", "- { from: a, tags: [image] }", "variants: [leet]").Should().Contain(
            r => r.Run == "leet" && r.Outcome == RuleTestOutcome.Fail);

    [Fact]
    public void A_message_delivered_twice_counts_once() =>
        Run("T-SEC-002", "near-miss", "no-match", "- a: dont tell your mom", "delivery: [duplicate]").Should().Equal(
            ("plain", RuleTestOutcome.Pass, ""), ("duplicate", RuleTestOutcome.Pass, ""));

    [Fact]
    public void Time_runs_on_by_what_each_message_says()
    {
        Passes(Run("T-PRS-001", "positive", "match", Asked("47h"))).Should().BeTrue();
        Passes(Run("T-PRS-001", "near-miss", "no-match", Asked("48h"))).Should().BeTrue();
    }

    private static string Asked(string after) =>
        $"- a: send me a picture\n  - b: no way\n  - {{ from: a, text: send me a picture, after: {after} }}";

    private static bool Passes(IEnumerable<(string, RuleTestOutcome Outcome, string)> results) => results.All(r => r.Outcome == RuleTestOutcome.Pass);

    private static List<(string Run, RuleTestOutcome Outcome, string Reason)> Run(
        string rule, string kind, string expect, string messages, string more = "name: it")
    {
        string yaml = Header + $"""
            - rule: {rule}
              name: a test
              kind: {kind}
              expect: {expect}
              messages:
              {messages}

            """ + (more == "name: it" ? "" : $"  {more}\n");
        var file = RuleTestFile.Parse(yaml, "small.tests.yaml");
        return [.. new RuleTestRunner(SmallPack.Analyzer.Analyze).Run(file).Select(r => (r.Run, r.Outcome, r.Reason))];
    }
}
