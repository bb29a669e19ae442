using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Tests.Scoring.Classifier;

namespace GroomingSignals.Tests.Features;

public sealed class CueReadingsTests
{
    private const string Yaml = """
        schema: rule-pack/1
        pack: { id: readings, version: 1.0.0, languages: [en], description: what cues speak for }
        lexicons:
          ask: { phrases: [keep quiet] }
          film: { phrases: [in the film] }
          thing: { phrases: [a ring] }
          give: { phrases: [have for you] }
          press: { phrases: [come on now] }
          one: { phrases: [first half] }
          two: { phrases: [second half] }
        rules:
        - id: R-SEC-001
          title: asks
          tactic: secrecy
          subtype: conceal
          status: test
          when: { all: [{ lexicon: ask }, { not: { lexicon: film } }] }
          score: { logOdds: 1 }
        - id: R-GFT-001
          title: gives
          tactic: gift-offer
          subtype: money
          status: test
          mode: off
          when: { any: [{ lexicon: thing, near: { lexicon: give, tokens: 3 } }] }
          score: { logOdds: 1 }
        - id: R-PRS-001
          title: presses
          tactic: compliance-testing
          subtype: repetition
          status: test
          when: { sequence: { steps: [{ lexicon: ask }, { lexicon: press }], within: { messages: 5 } } }
          score: { logOdds: 1 }
        - id: R-ISO-001
          title: both
          tactic: isolation
          subtype: us-against-them
          status: test
          when: { all: [{ lexicon: one }, { lexicon: two }] }
          score: { logOdds: 1 }
        """;

    private static readonly FeatureCollector Collector = new([RulePack.Parse(Yaml, "readings.yaml")], RiskPolicy.Default, null);

    [Theory]
    [InlineData("keep quiet", "secrecy")]
    [InlineData("keep quiet they say in the film", null)]
    [InlineData("a ring i have for you", "gift-offer")]
    [InlineData("a ring on the phone", null)]
    [InlineData("a ring on the phone is all that i have for you", null)]
    [InlineData("come on now", "compliance-testing")]
    [InlineData("the first half and the second half", "isolation")]
    [InlineData("the first half", null)]
    public void A_cue_speaks_for_a_tactic_as_far_as_its_message_tells(string text, string? tactic)
    {
        var row = Collector.Collect(new Conversation { Messages = [new Message { Sender = "a", Text = text }] });
        Taxonomy.Tactics.Where(t => row.Vector[SmallModel.Feature($"{t.Id}.focus.present")] == 1).Select(t => t.Id)
            .Should().Equal(tactic is null ? [] : [tactic]);
    }
}
