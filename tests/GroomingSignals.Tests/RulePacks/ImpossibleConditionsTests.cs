namespace GroomingSignals.Tests.RulePacks;

public sealed class ImpossibleConditionsTests
{
    [Theory]
    [InlineData("{ all: [ { lexicon: hello }, { not: { lexicon: hello } } ] }", "lexicon house/hello")]
    [InlineData("{ all: [ { lexicon: hello }, { speaker: { age: [adult] } }, { speaker: { age: [under13] } } ] }", "ages that are asked of the speaker")]
    [InlineData("{ all: [ { lexicon: hello }, { not: { speaker: { age: [under13, 13-15, 16-17, adult, unknown] } } } ] }", "ages that are asked of the speaker")]
    [InlineData("{ all: [ { lexicon: hello }, { ageGap: { atLeast: 30 } } ] }", "30 years apart")]
    [InlineData("{ all: [ { lexicon: hello }, { ageGap: { atLeast: 3 } }, { speaker: { age: [13-15] } } ] }", "3 years apart")]
    [InlineData("{ all: [ { lexicon: hello }, { any: [ { not: { lexicon: hello } }, { all: [ { listener: { age: [adult] } }, { listener: { age: [16-17] } } ] } ] } ] }", "lexicon house/hello")]
    [InlineData("{ atLeast: { count: 2, of: [ { all: [ { lexicon: hello }, { speaker: { age: [adult] } } ] }, { all: [ { lexicon: other }, { speaker: { age: [under13] } } ] } ] } }", "ages that are asked of the speaker")]
    public void ARuleThatCanNeverMatchDoesNotLoad(string when, string says) =>
        Packs.Problems(Packs.Header + Packs.Words + "rules:\n" + Packs.Rule(when))
            .Should().ContainSingle(d => d.Id == "GSR0053").Which.Message.Should().Contain(says).And.Contain("T-GFT-001");

    [Theory]
    [InlineData("{ all: [ { lexicon: hello }, { not: { lexicon: other } } ] }")]
    [InlineData("{ all: [ { lexicon: hello }, { speaker: { age: [adult, unknown] } }, { not: { speaker: { age: [unknown] } } } ] }")]
    [InlineData("{ all: [ { lexicon: hello }, { ageGap: { atLeast: 6 } } ] }")]
    [InlineData("{ all: [ { lexicon: hello }, { any: [ { not: { lexicon: hello } }, { lexicon: other } ] } ] }")]
    [InlineData("{ all: [ { lexicon: hello }, { not: { lexicon: hello, near: { lexicon: other, tokens: 3 } } } ] }")]
    public void ARuleThatMayMatchLoads(string when) =>
        Packs.Problems(Packs.Header + Packs.Words + "rules:\n" + Packs.Rule(when)).Should().BeEmpty();
}
