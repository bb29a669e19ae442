using GroomingSignals.Conversations;
using GroomingSignals.RulePacks;
using GroomingSignals.Rules;

namespace GroomingSignals.Tests.RulePacks;

public sealed class ConditionBindingTests
{
    [Fact]
    public void A_lexicon_with_and_without_proximity()
    {
        var set = RuleSetBinder.Bind([Packs.Parse(Packs.Words + "rules:\n"
            + Packs.Rule("{ lexicon: hello, near: { lexicon: other, tokens: 4 }, notNear: { lexicon: no } }"))]);
        var cue = set.Rules.Single().When.Should().BeOfType<CueCondition>().Subject;
        set.Cues.Cues[cue.Cue].Name.Should().Be("house/hello");
        set.Cues.Cues[cue.Near!.Cue].Name.Should().Be("house/other");
        cue.Near.Tokens.Should().Be(4);
        set.Cues.Cues[cue.NotNear!.Cue].Name.Should().Be("house/no");
        cue.NotNear.Tokens.Should().BeNull();
    }

    [Fact]
    public void Only_cues_in_use_get_an_id()
    {
        var set = RuleSetBinder.Bind([Packs.Parse(Packs.Words + "rules:\n" + Packs.Rule("{ pattern: clock }"))]);
        set.Cues.Cues.Select(c => c.Name).Should().Equal("house/clock", "house/no");
        set.Cues.Roles.Single().Lexicon.Should().Be(1);
    }

    [Fact]
    public void A_number_with_all_options() =>
        Packs.Bind("{ number: age, between: [13, 17], contradicts: [own-earlier-claim], tolerance: 3 }").When.Should().BeEquivalentTo(
            new NumberCondition(0) { Between = (13, 17), ContradictsOwnEarlierClaim = true, Tolerance = 3 }, o => o.RespectingRuntimeTypes());

    [Fact]
    public void Roles_and_tags()
    {
        Packs.Bind("{ role: refusing }").When.Should().Be(new RoleCondition(DiscourseRole.Refusing));
        Packs.Bind("{ tag: explicit-image }").When.Should().Be(new TagCondition(MessageTags.ExplicitImage));
        Packs.Bind("{ tag: location }").When.Should().Be(new TagCondition(MessageTags.Location));
    }

    [Fact]
    public void Who_and_when()
    {
        var all = Packs.Bind("""
            { all: [ { lexicon: hello },
              { speaker: { age: [adult, unknown], provenance: [declared], role: [coach], initiator: true } },
              { listener: { age: [under13, 13-15] } },
              { ageGap: { atLeast: 5 } },
              { firstContact: { messages: 20, time: 24h } },
              { timeOfDay: { from: "22:00", to: "06:00", zone: -05:30 } } ] }
            """).When.Should().BeOfType<AllCondition>().Subject.Of;
        var speaker = (ParticipantCondition)all[1];
        speaker.OfSpeaker.Should().BeTrue();
        speaker.Ages!.Value.Should().Equal(AgeBand.Adult, AgeBand.Unknown);
        speaker.Provenances!.Value.Should().Equal(AgeProvenance.Declared);
        speaker.Roles!.Value.Should().Equal("coach");
        speaker.Initiator.Should().BeTrue();
        ((ParticipantCondition)all[2]).OfSpeaker.Should().BeFalse();
        ((ParticipantCondition)all[2]).Initiator.Should().BeNull();
        all[3].Should().Be(new AgeGapCondition(5));
        all[4].Should().Be(new FirstContactCondition(20, TimeSpan.FromHours(24)));
        all[5].Should().Be(new TimeOfDayCondition(new TimeOnly(22, 0), new TimeOnly(6, 0), new TimeSpan(-5, -30, 0)));
    }

    [Fact]
    public void Conditions_together()
    {
        Packs.Bind("{ any: [ { lexicon: hello }, { tag: gift } ] }").When.Should().BeOfType<AnyCondition>().Which.Of.Should().HaveCount(2);
        Packs.Bind("{ atLeast: { count: 2, of: [ { lexicon: hello }, { tag: gift }, { tag: link } ] } }").When
            .Should().BeOfType<AtLeastCondition>().Which.Count.Should().Be(2);
        var all = (AllCondition)Packs.Bind("{ all: [ { lexicon: hello }, { not: { tag: like } } ] }").When;
        all.Of[1].Should().Be(new NotCondition(new TagCondition(MessageTags.Like)));
    }

    [Fact]
    public void A_count_and_its_window()
    {
        var count = (CountCondition)Packs.Bind("{ count: { of: { lexicon: hello, by: anyone }, atLeast: 3, within: { messages: 30, time: 48h } } }").When;
        count.AtLeast.Should().Be(3);
        count.Of.By.Should().Be(Party.Anyone);
        count.Within.Should().Be(new Window(30, TimeSpan.FromHours(48)));
    }

    [Fact]
    public void Different_ones_of_a_list_and_all_of_it()
    {
        var distinct = (DistinctCondition)Packs.Bind("{ distinct: { of: [ { lexicon: hello }, { tag: gift } ], atLeast: 2, within: { time: 7d } } }").When;
        distinct.Of.Select(t => t.By).Should().Equal(Party.Speaker, Party.Speaker);
        distinct.Within.Should().Be(new Window(null, TimeSpan.FromDays(7)));
        var near = (NearCondition)Packs.Bind("{ near: { of: [ { lexicon: hello }, { tag: gift, by: listener } ], within: { messages: 5 } } }").When;
        near.Of.Select(t => t.By).Should().Equal(Party.Speaker, Party.Listener);
    }

    [Theory]
    [InlineData("", Party.Speaker)]
    [InlineData(", bySameSpeaker: true", Party.Speaker)]
    [InlineData(", bySameSpeaker: false", Party.Anyone)]
    public void A_sequence_says_whose_steps_count(string option, object expected)
    {
        var sequence = (SequenceCondition)Packs.Bind(
            "{ sequence: { steps: [ { lexicon: hello }, { role: refusing, by: listener }, { tag: gift } ], within: { messages: 9 }, unless: { tag: like }"
            + option + " } }").When;
        sequence.Steps.Select(s => s.By).Should().Equal((Party)expected, Party.Listener, (Party)expected);
        sequence.Unless!.By.Should().Be(Party.Speaker);
    }

    [Fact]
    public void Equal_terms_have_equal_keys_and_different_ones_do_not()
    {
        Key("{ lexicon: hello }").Should().Be(Key("{ lexicon: house/hello, by: listener }"));
        string[] keys =
        [
            Key("{ lexicon: hello }"), Key("{ lexicon: other }"), Key("{ lexicon: hello, near: { lexicon: other } }"),
            Key("{ lexicon: hello, notNear: { lexicon: other } }"), Key("{ lexicon: hello, near: { lexicon: other, tokens: 2 } }"),
            Key("{ pattern: clock }"), Key("{ number: age }"), Key("{ number: age, between: [5, 6] }"), Key("{ role: refusing }"), Key("{ tag: like }"),
        ];
        keys.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_roles_of_a_rule_are_part_of_the_key()
    {
        string when = "{ count: { of: { lexicon: hello }, atLeast: 2, within: { messages: 5 } } }";
        string rule = Packs.Rule(when).Replace("  when:", "  roles: [enacting, refusing]\n  when:", StringComparison.Ordinal);
        var both = RuleSetBinder.Bind([Packs.Parse(Packs.Words + "rules:\n" + rule)]).Rules.Single();
        both.Roles.Should().Equal(DiscourseRole.Enacting, DiscourseRole.Refusing);
        ((CountCondition)both.When).Of.Key.Should().NotBe(Key("{ lexicon: hello }"));
    }

    private static string Key(string term) =>
        ((CountCondition)Packs.Bind($"{{ count: {{ of: {term}, atLeast: 2, within: {{ messages: 5 }} }} }}").When).Of.Key;
}
