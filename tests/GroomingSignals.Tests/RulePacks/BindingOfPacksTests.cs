using System.Globalization;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks;

namespace GroomingSignals.Tests.RulePacks;

public sealed class BindingOfPacksTests
{
    private static readonly RulePack Base = Pack("base", Packs.Words + "slots:\n  who: [mom, dad]\nrules:\n" + Packs.Rule("{ lexicon: hello, notNear: { lexicon: other } }"));

    [Fact]
    public void An_extension_adds_phrases_and_exceptions_to_the_lexicon_of_another_pack()
    {
        var set = RuleSetBinder.Bind([Base, Pack("house", "lexicons:\n  more: { extends: base/hello, phrases: [hey you, hello there], except: [hey you two] }")]);
        var hello = set.Cues.Cues.OfType<LexiconCue>().Single(c => c.Name == "base/hello");
        hello.Literals.Should().Equal("hello there", "hey you");
        hello.Except.Should().Equal("hey you two");
        set.Cues.Cues.Should().NotContain(c => c.Name == "house/more");
    }

    [Fact]
    public void Rules_ask_for_cues_and_slots_of_another_pack()
    {
        var house = Pack("house", "lexicons:\n  own: { phrases: [\"tell {base/who}\"] }\nrules:\n"
            + Packs.Rule("{ lexicon: base/hello, near: { lexicon: own } }", "H-GFT-001"));
        var set = RuleSetBinder.Bind([house, Base]);
        set.Cues.Cues.OfType<LexiconCue>().Single(c => c.Name == "house/own").Literals.Should().Equal("tell mom", "tell dad");
        set.Rules.Select(r => (r.Id, r.PackId)).Should().Equal(("H-GFT-001", "house"), ("T-GFT-001", "base"));
        set.Packs.Select(p => p.Id).Should().Equal("house", "base");
    }

    [Theory]
    [InlineData("rules:\n- { id: H-A-1, title: t, tactic: secrecy, subtype: conceal, when: { lexicon: base/helo }, score: { logOdds: 1 } }", "GSR0017", 6, 78)]
    [InlineData("lexicons:\n  a: { phrases: [\"{base/whom}\"] }", "GSR0017", 6, 18)]
    [InlineData("lexicons:\n  a: { extends: base/clock, phrases: [x] }", "GSR0017", 6, 17)]
    [InlineData("lexicons:\n  a: { extends: basis/hello, phrases: [x] }", "GSR0018", 6, 17)]
    [InlineData("rules:\n- { id: T-GFT-001, title: t, tactic: secrecy, subtype: conceal, when: { tag: like }, score: { logOdds: 1 } }", "GSR0059", 6, 9)]
    public void What_only_shows_between_packs_is_told_with_its_place(string body, string id, int line, int column)
    {
        var house = Pack("house", body);
        var problem = FluentActions.Invoking(() => RuleSetBinder.Bind([Base, house])).Should().Throw<RulePackException>().Which.Diagnostics.Single();
        (problem.Id, problem.File, problem.Line, problem.Column).Should().Be((id, "house.yaml", line, column));
    }

    [Fact]
    public void Two_packs_do_not_share_an_id()
    {
        var act = () => RuleSetBinder.Bind([Base, Base]);
        act.Should().Throw<RulePackException>().Which.Diagnostics.Single().Id.Should().Be("GSR0019");
    }

    [Fact]
    public void Of_two_packs_the_later_one_advises()
    {
        const string advice = "advice:\n  secrecy: {{ atRisk: {0}, reviewer: {0}, source: {0} }}";
        var set = RuleSetBinder.Bind([Pack("one", Fill(advice, "first")), Pack("two", Fill(advice, "second"))]);
        set.Advice.Values.Single().AtRisk.Should().Be("second");
    }

    [Fact]
    public void A_rule_that_asks_for_a_tactic_comes_after_the_rules_of_that_tactic()
    {
        string rules = Packs.Rule("{ tactic: gift-offer }", "A-SEC-001", "secrecy", "conceal")
            + Packs.Rule("{ tag: like }", "Z-GFT-001")
            + Packs.Rule("{ sequence: { steps: [ { tag: like }, { tag: gift } ], within: { messages: 5 }, unless: { tactic: secrecy } } }", "A-ISO-001", "isolation", "us-against-them")
            + Packs.Rule("{ tag: gift }", "B-GFT-001");
        RuleSetBinder.Bind([Pack("house", "rules:\n" + rules)]).Rules.Select(r => r.Id)
            .Should().Equal("B-GFT-001", "Z-GFT-001", "A-SEC-001", "A-ISO-001");
    }

    [Fact]
    public void A_subtype_narrows_what_is_waited_for()
    {
        string rules = Packs.Rule("{ tactic: gift-offer, subtype: money }", "A-GFT-001", "gift-offer", "food") + Packs.Rule("{ tag: gift }", "B-GFT-001");
        RuleSetBinder.Bind([Pack("house", "rules:\n" + rules)]).Rules.Select(r => r.Id).Should().Equal("B-GFT-001", "A-GFT-001");
    }

    [Fact]
    public void A_circle_of_tactics_does_not_load()
    {
        string rules = Packs.Rule("{ tactic: secrecy }", "A-GFT-001") + Packs.Rule("{ tactic: gift-offer }", "A-SEC-001", "secrecy", "conceal")
            + Packs.Rule("{ tactic: secrecy }", "A-ISO-001", "isolation", "us-against-them");
        var act = () => RuleSetBinder.Bind([Pack("house", "rules:\n" + rules)]);
        var problem = act.Should().Throw<RulePackException>().Which.Diagnostics.Single();
        problem.Id.Should().Be("GSR0058");
        problem.Message.Should().EndWith("A-GFT-001 asks for A-SEC-001 asks for A-GFT-001.");
    }

    [Fact]
    public void The_order_of_files_and_rules_does_not_change_what_is_bound()
    {
        string one = Packs.Rule("{ lexicon: hello }", "A-GFT-001");
        string two = Packs.Rule("{ lexicon: other }", "B-GFT-001");
        var forth = RuleSetBinder.Bind([Pack("house", Packs.Words + "rules:\n" + one + two)]);
        var back = RuleSetBinder.Bind([Pack("house", Packs.Words + "rules:\n" + two + one)]);
        forth.Rules.Select(r => (r.Id, r.When)).Should().Equal(back.Rules.Select(r => (r.Id, r.When)));
        forth.Cues.Cues.Select(c => c.Name).Should().Equal(back.Cues.Cues.Select(c => c.Name)).And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void More_than_a_hundred_and_fifty_thousand_literals_do_not_load()
    {
        var act = () => RuleSetBinder.Bind([Many("one", 146), Many("two", 147)]);
        var problem = act.Should().Throw<RulePackException>().Which.Diagnostics.Single(d => d.Severity == PackDiagnosticSeverity.Error);
        (problem.Id, problem.File, problem.Line).Should().Be(("GSR0032", "two.yaml", 8 + 146));
        RuleSetBinder.Bind([Many("one", 146), Many("two", 146)]).Rules.Should().BeEmpty();
    }

    /// <summary>A pack with so many phrases of 512 literals each.</summary>
    private static RulePack Many(string id, int phrases) => Pack(
        id,
        "lexicons:\n  a:\n    phrases:\n"
        + string.Concat(Enumerable.Range(0, phrases).Select(i => Fill("    - w{0} (a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)\n", i))));

    private static RulePack Pack(string id, string body) =>
        RulePack.Parse(Packs.Header.Replace("id: house", "id: " + id, StringComparison.Ordinal) + body, id + ".yaml");

    private static string Fill(string format, object value) => string.Format(CultureInfo.InvariantCulture, format, value);
}
