using GroomingSignals.Matching;
using GroomingSignals.Tests.RulePacks;

namespace GroomingSignals.Tests.Matching;

public sealed class CompanionsTests
{
    private static readonly RiskAnalyzer Analyzer = new RiskAnalyzerBuilder()
        .WithoutBuiltInRulePack()
        .AddRulePack(Packs.Parse(Packs.Words + "rules:\n" + Packs.Rule("{ lexicon: hello, near: { lexicon: other, tokens: 5 } }")))
        .Build();

    [Theory]
    [InlineData("hello there", false, 0)]
    [InlineData("hello there and other words", false, 2)]
    [InlineData("other words", false, 0)]
    [InlineData("hello there", true, 1)]
    public void A_cue_that_is_asked_for_only_near_another_is_kept_only_beside_it_or_for_whoever_asks_why(string text, bool all, int kept)
    {
        var reader = new MessageReader(Analyzer.RuleSet.Cues, Analyzer.Index.Decisive(), Analyzer.Index.PatternNeeds(), Analyzer.Index.Companions());
        var signals = new MessageSignals();

        reader.Read(text, 20_000, signals, all);

        signals.Count.Should().Be(kept);
    }
}
