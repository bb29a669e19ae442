using CsCheck;
using GroomingSignals.Conversations;
using GroomingSignals.Features;
using GroomingSignals.Policy;
using GroomingSignals.Tests.Properties;
using GroomingSignals.Tests.Scoring.Classifier;

namespace GroomingSignals.Tests.Features;

public sealed class FeatureCollectorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly FeatureCollector Collector = new([SmallPack.Pack], RiskPolicy.Default, SmallModel.Parts.Text);

    [Fact]
    public void Names_are_distinct_and_the_schema_is_the_one_that_models_know()
    {
        FeatureSchema.Names.Should().OnlyHaveUniqueItems();
        FeatureSchema.Names.Should().OnlyContain(name => System.Text.RegularExpressions.Regex.IsMatch(name, "^[a-z0-9.-]+$"));

        // A change here refuses every model that users have: raise FeatureSchema.Version, and say so in the changelog.
        (FeatureSchema.Version, FeatureSchema.Count, FeatureSchema.Hash[..16]).Should().Be((2, 96, "7365b8114bda2142"));
    }

    [Fact]
    public void Every_feature_is_written_and_is_a_number() =>
        Properties.Conversations.Any.Sample(conversation =>
        {
            var row = Collector.Collect(conversation);
            row.Vector.Should().HaveCount(FeatureSchema.Count);
            row.Vector.Should().OnlyContain(value => float.IsFinite(value));
            double.IsFinite(row.TextScore).Should().BeTrue();
        });

    [Fact]
    public void What_the_policy_says_of_rules_changes_no_feature()
    {
        var off = new FeatureCollector([SmallPack.Pack], FusedPack.PolicyOf("overrides:\n" + string.Concat(
            new[] { "T-SEC-001", "T-IMG-001", "T-GFT-001", "T-COE-001", "T-AGE-001", "T-PRS-001" }.Select(id => $"  {id}: {{ mode: off, reason: test }}\n"))
            + "tracks: { unknown-to-unknown: { logOdds: 2 } }"), SmallModel.Parts.Text);
        Properties.Conversations.Any.Sample(conversation =>
        {
            off.Collect(conversation).Vector.Should().Equal(Collector.Collect(conversation).Vector);
        });
    }

    [Fact]
    public void Rows_after_each_message_end_with_the_row_of_the_whole() =>
        Properties.Conversations.Any.Where(c => c.Messages.Count > 0).Sample(conversation =>
        {
            var each = Collector.CollectEach(conversation).ToList();
            each.Should().HaveCount(conversation.Messages.Count);
            each[^1].Should().BeEquivalentTo(Collector.Collect(conversation));
        });

    [Fact]
    public void No_messages_give_zeros() => Collector.Collect(new Conversation()).Vector.Should().OnlyContain(value => value == 0);

    [Fact]
    public void The_focus_is_who_enacts_cues_and_what_others_do_stands_beside_it()
    {
        var of = Of(("b", "how was school?"), ("a", "dont tell your mom"), ("b", "no way"), ("a", "send me a picture"), ("b", "ok"));
        of("secrecy.focus.present").Should().Be(1);
        of("image-request.focus.present").Should().Be(1);
        of("coercion.focus.present").Should().Be(0);
        of("secrecy.others.rate").Should().Be(0);
        of("secrecy.focus.rate").Should().BeApproximately(1 / ((35 / 40f) + 5), 1e-6f);
        of("cues.focus.share").Should().Be(1);
        of("tactics.within-10").Should().Be(0.5f);
        of("questions.others.rate").Should().BeGreaterThan(0);
        of("questions.focus.share").Should().Be(0);
        of("initiator.focus").Should().Be(0);
        of("refusals.others.rate").Should().BeGreaterThan(0);
        of("repeats-after-refusal").Should().BeApproximately(1 / 3f, 1e-6f);
        of("single-speaker").Should().Be(0);
        of("time.missing").Should().Be(1);
        of("age.unknown").Should().Be(1);
    }

    [Fact]
    public void A_cue_that_is_quoted_or_has_an_everyday_reason_is_not_enacted()
    {
        Of(("a", "she said dont tell your mom"))("secrecy.focus.present").Should().Be(0);
        Of(("a", "she said dont tell your mom"))("quotations.rate").Should().BeGreaterThan(0);
        Of(("a", "surprise party dont tell your mom"))("secrecy.focus.present").Should().Be(0);
        Of(("a", "surprise party dont tell your mom"))("everyday.rate").Should().BeGreaterThan(0);
        Of(("a", "ok dont tell your mom"))("secrecy.focus.present").Should().Be(1);
    }

    [Fact]
    public void One_long_message_and_many_short_ones_have_the_same_rates()
    {
        string[] lines = ["dont tell your mom", "how was school", "send me a picture", "ok then see you", "our little secret"];
        var many = Of([.. lines.Select(l => ("a", l))]);
        var one = Of(("a", string.Join(". ", lines)));
        foreach (string name in new[] { "secrecy.focus.rate", "image-request.focus.rate", "cues.focus.rate" })
        {
            one(name).Should().BeApproximately(many(name), many(name) * 0.05f);
        }
    }

    [Fact]
    public void Text_scores_follow_the_formula_of_the_weights()
    {
        var table = SmallModel.Parts.Text;
        var of = Of(("a", "secret"), ("a", "game"), ("b", "school"));
        of("text.focus.max").Should().BeApproximately((float)table.Normalise(1.5, 1), 1e-5f);
        of("text.focus").Should().BeApproximately((float)table.Normalise(1, 2), 1e-5f);
        of("text.others").Should().BeApproximately((float)table.Normalise(-0.75, 1), 1e-5f);
        of("text.conversation").Should().BeApproximately((float)table.Normalise(0.25, 3), 1e-5f);
        of("text.difference").Should().BeApproximately(of("text.focus") - of("text.others"), 1e-5f);
        of("text.focus.top3").Should().BeApproximately((float)((table.Normalise(1.5, 1) + table.Normalise(-0.5, 1)) / 2), 1e-5f);
        of("text.others.max").Should().BeApproximately((float)table.Normalise(-0.75, 1), 1e-5f);
    }

    [Theory]
    [InlineData(AgeBand.Adult, AgeBand.From13To15, "age.adult-to-minor")]
    [InlineData(AgeBand.Unknown, AgeBand.From16To17, "age.unknown-to-minor")]
    [InlineData(AgeBand.Under13, AgeBand.Under13, "age.minor-to-minor")]
    [InlineData(AgeBand.Adult, AgeBand.Unknown, "age.unknown")]
    [InlineData(AgeBand.Unknown, AgeBand.Adult, "age.adult-to-adult")]
    public void The_ages_of_focus_and_others_are_one_of_five(AgeBand speaker, AgeBand listener, string name)
    {
        var row = Collector.Collect(new Conversation
        {
            Participants = [new Participant { Id = "a", Age = speaker }, new Participant { Id = "b", Age = listener }],
            Messages = [new Message { Sender = "a", Text = "dont tell your mom" }],
        });
        FeatureSchema.Names.Where((n, i) => n.StartsWith("age.", StringComparison.Ordinal) && row.Vector[i] == 1).Should().Equal(name);
    }

    [Fact]
    public void A_claim_of_a_tender_age_makes_minors_of_others()
    {
        var of = Of(("b", "im 14"), ("a", "dont tell your mom"));
        of("age.unknown-to-minor").Should().Be(1);
        of("age-claims.others.minor").Should().Be(1);
        of("age-claims.focus.minor").Should().Be(0);
    }

    [Fact]
    public void Times_are_shares_of_nights_pauses_and_bursts()
    {
        var row = Collector.Collect(new Conversation
        {
            Messages =
            [
                Said("a", Noon), Said("b", Noon.AddSeconds(30)), Said("a", Noon.AddSeconds(50)), Said("a", Noon.AddHours(11)), Said("b", Noon.AddHours(12)),
            ],
        });
        At(row, "time.missing").Should().Be(0);
        At(row, "time.night.share").Should().Be(0.4f);
        At(row, "time.burst.share").Should().Be(0.5f);
        At(row, "time.gap").Should().Be(1);
        At(row, "sessions.focus.share").Should().Be(1);
    }

    [Fact]
    public void Tags_count_for_who_sent_them()
    {
        var row = Collector.Collect(new Conversation
        {
            Messages = [new Message { Sender = "a", Text = "dont tell your mom", Tags = MessageTags.Image }, new Message { Sender = "b", Tags = MessageTags.Image | MessageTags.Other }],
        });
        At(row, "tag.image.focus.rate").Should().BeApproximately(1 / 6f, 1e-6f);
        At(row, "tag.image.others.rate").Should().BeApproximately(1 / 6f, 1e-6f);
        At(row, "tag.gift.focus.rate").Should().Be(0);
    }

    [Fact]
    public void A_crowd_shares_tallies_and_the_state_stays_small()
    {
        var analyzer = FusedPack.Analyzer;
        var state = analyzer.Start("crowd");
        for (int i = 0; i < 400; i++)
        {
            analyzer.Append(state, new Message { Sender = $"user-{i % 90}", Text = i % 3 == 0 ? "our little secret?" : "send me a picture of the game", Time = Noon.AddHours(i) });
            state.ToSnapshot().Length.Should().BeLessThanOrEqualTo(8192);
        }

        state.Features!.Speakers.Count.Should().BeLessThanOrEqualTo(8);
        analyzer.Assess(state).Assumptions.Should().Contain(a => a.Code == "classifier-speakers");
    }

    [Fact]
    public void The_rules_part_is_what_they_add_at_the_peak()
    {
        Collector.Collect(new Conversation { Messages = [new Message { Sender = "a", Text = "dont tell your mom" }] }).RulesMicros.Should().Be(1_400_000);
        Collector.Collect(new Conversation { Messages = [new Message { Sender = "a", Text = "ok" }] }).RulesMicros.Should().Be(0);
    }

    private static Func<string, float> Of(params (string Sender, string Text)[] messages)
    {
        var row = Collector.Collect(new Conversation { Messages = [.. messages.Select(m => new Message { Sender = m.Sender, Text = m.Text })] });
        return name => At(row, name);
    }

    private static float At(FeatureRow row, string name) => row.Vector[SmallModel.Feature(name)];

    private static Message Said(string sender, DateTimeOffset time) => new() { Sender = sender, Text = "ok", Time = time };
}
