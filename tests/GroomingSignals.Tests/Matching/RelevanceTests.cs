using CsCheck;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.Tests.Properties;
using GroomingSignals.Tests.RulePacks;

namespace GroomingSignals.Tests.Matching;

public sealed class RelevanceTests
{
    private static readonly RiskAnalyzer Analyzer = Of("{ lexicon: hello, near: { lexicon: other, tokens: 5 } }");

    /// <summary>Rules whose cues need company, a tag, or something that was said before.</summary>
    private static readonly RiskAnalyzer Needy = new RiskAnalyzerBuilder()
        .WithoutBuiltInRulePack()
        .AddRulePack(Packs.Parse(Packs.Words + "rules:\n"
            + Packs.Rule("{ lexicon: hello, near: { lexicon: other, tokens: 2 } }")
            + Packs.Rule("{ all: [{ tag: image }, { lexicon: other }] }", "T-GFT-002")
            + Packs.Rule("{ all: [{ lexicon: other }, { number: age }] }", "T-GFT-003")
            + Packs.Rule("{ sequence: { steps: [{ lexicon: hello }, { role: refusing, by: listener }, { pattern: clock }], within: { messages: 9 } } }", "T-GFT-004")
            + Packs.Rule("{ sequence: { steps: [{ number: coins }, { lexicon: hello }], unless: { pattern: clock }, within: { messages: 9 } } }", "T-GFT-005")
            + Packs.Rule("{ atLeast: { count: 2, of: [{ lexicon: hello }, { pattern: clock }, { tactic: gift-offer }] } }", "T-FLT-006", "flattery", "compliment")
            + Packs.Rule("{ count: { of: { role: refusing }, atLeast: 2, within: { messages: 9 } } }", "T-GFT-007")))
        .Build();

    private static readonly Gen<Conversation> Talk = Gen.Select(
        Gen.Int[0, 2],
        Pick.From("hello there", "other words", "no thanks", "at 5:30", "i am 12", "i am twelve", "7 coins", "twenty-one coins", "and", "some more of it").Array[1, 4],
        Pick.From(MessageTags.None, MessageTags.None, MessageTags.None, MessageTags.Image),
        (sender, parts, tags) => new Message { Sender = $"p{sender}", Text = string.Join(' ', parts), Tags = tags })
        .Array[1, 20].Select(messages => new Conversation { Id = "c", Messages = messages });

    [Theory]
    [InlineData("hello there", false, 0)]
    [InlineData("hello there and other words", false, 2)]
    [InlineData("other words", false, 0)]
    [InlineData("hello there", true, 1)]
    public void A_cue_that_is_asked_for_only_near_another_is_kept_only_beside_it_or_for_whoever_asks_why(string text, bool all, int kept) =>
        Kept(Analyzer, text, all: all).Should().Be(kept);

    [Theory]
    [InlineData("{ all: [{ lexicon: hello }, { lexicon: other }] }", "hello there", 0)]
    [InlineData("{ all: [{ lexicon: hello }, { lexicon: other }] }", "hello there other words", 2)]
    [InlineData("{ all: [{ lexicon: hello }, { not: { lexicon: other } }] }", "hello there", 1)]
    [InlineData("{ any: [{ lexicon: hello }, { all: [{ lexicon: other }, { role: refusing }] }] }", "other words", 0)]
    [InlineData("{ any: [{ lexicon: hello }, { all: [{ lexicon: other }, { role: refusing }] }] }", "other words no thanks", 2)]
    public void A_cue_matters_only_beside_what_its_rule_asks_for_as_well(string when, string text, int kept) => Kept(Of(when), text).Should().Be(kept);

    [Theory]
    [InlineData("no thanks", false, 0)]
    [InlineData("no thanks", true, 1)]
    [InlineData("hello there", false, 1)]
    public void A_later_step_of_a_sequence_matters_only_after_something_was_found(string text, bool later, int kept) =>
        Kept(Of("{ sequence: { steps: [{ lexicon: hello }, { role: refusing }, { lexicon: other }], within: { messages: 9 } } }"), text, later).Should().Be(kept);

    [Fact]
    public void A_rule_that_a_tag_wakes_finds_a_cue_that_matters_only_with_the_tag()
    {
        var analyzer = Of("{ all: [{ tag: image }, { lexicon: other }] }");
        var said = new Message { Sender = "a", Text = "other words" };

        analyzer.Analyze(new Conversation { Id = "c", Messages = [said] }).Evidence.Should().BeEmpty();
        analyzer.Analyze(new Conversation { Id = "c", Messages = [said with { Tags = MessageTags.Image }] }).Evidence.Should().ContainSingle();
    }

    [Fact]
    public void Nothing_comes_of_a_message_that_is_ruled_out() => Talk.Sample(conversation => Same(Needy, conversation), iter: 3000);

    [Fact]
    public void Nothing_comes_of_a_message_that_is_ruled_out_under_every_kind_of_condition() =>
        Properties.Conversations.Any.Sample(conversation => Same(SmallPack.Analyzer, conversation), iter: 500);

    private static RiskAnalyzer Of(string when) =>
        new RiskAnalyzerBuilder().WithoutBuiltInRulePack().AddRulePack(Packs.Parse(Packs.Words + "rules:\n" + Packs.Rule(when))).Build();

    private static int Kept(RiskAnalyzer analyzer, string text, bool later = false, bool all = false)
    {
        var signals = new MessageSignals();
        new MessageReader(analyzer.RuleSet.Cues, analyzer.Index.Relevance(), analyzer.Index.PatternNeeds()).Read(text, 20_000, signals, later, all);
        return signals.Count;
    }

    /// <summary>Folds a conversation once as usual and once with every match of every message.</summary>
    private static void Same(RiskAnalyzer analyzer, Conversation conversation)
    {
        var whole = new ConversationFold(new MessageReader(analyzer.RuleSet.Cues), analyzer.Index, analyzer.Policy, analyzer.Peaks, features: null);
        var usual = analyzer.Start(conversation.Id, conversation.Participants);
        var state = analyzer.Start(conversation.Id, conversation.Participants);
        foreach (var message in conversation.Messages)
        {
            analyzer.Append(usual, message).Should().Be(whole.Append(state, message));
        }

        analyzer.Assess(usual).ToJson().Should().Be(analyzer.Assess(state).ToJson());
    }
}
