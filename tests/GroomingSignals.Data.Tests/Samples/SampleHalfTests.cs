using System.Text;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Samples;

namespace GroomingSignals.Data.Tests.Samples;

public sealed class SampleHalfTests
{
    private static readonly SampleGrammar Whole = SampleGrammar.Load();
    private static readonly SampleGrammar First = SampleGrammar.Load(SampleHalf.First);
    private static readonly SampleGrammar Second = SampleGrammar.Load(SampleHalf.Second);

    [Fact]
    public void The_halves_share_no_phrase_of_a_tactic_or_a_scene_and_make_the_whole()
    {
        string[] split = [.. Whole.Names.Where(n => n.Contains('/', StringComparison.Ordinal))];
        split.Should().HaveCountGreaterThan(60);
        foreach (string heading in split)
        {
            First.Alternatives(heading).Should().NotBeEmpty().And.NotIntersectWith(Second.Alternatives(heading));
            First.Alternatives(heading).Concat(Second.Alternatives(heading)).Should().BeEquivalentTo(Whole.Alternatives(heading));
        }
    }

    [Fact]
    public void Filler_and_words_are_whole_in_both()
    {
        foreach (string heading in Whole.Names.Where(n => !n.Contains('/', StringComparison.Ordinal)))
        {
            First.Alternatives(heading).Should().Equal(Whole.Alternatives(heading));
            Second.Alternatives(heading).Should().Equal(Whole.Alternatives(heading));
        }
    }

    [Theory]
    [InlineData(SampleHalf.First)]
    [InlineData(SampleHalf.Second)]
    public void What_is_composed_of_a_half_holds_no_phrase_of_the_other(SampleHalf half)
    {
        SampleGrammar other = half == SampleHalf.First ? Second : First;
        string[] foreign = [.. other.Names.Where(n => Taxonomy.TryParse(n.Split('/')[0], out _)).SelectMany(other.Alternatives).Where(p => !p.Contains('{', StringComparison.Ordinal))];
        string[] own = [.. (half == SampleHalf.First ? First : Second).Names.Where(n => n.Contains('/', StringComparison.Ordinal)).SelectMany((half == SampleHalf.First ? First : Second).Alternatives)];
        string[] telling = [.. foreign.Where(f => !own.Any(o => o.Contains(f, StringComparison.Ordinal)))];

        telling.Should().HaveCountGreaterThan(80);
        new SampleComposer(3, half: half).ComposeMany(200).Where(c => c.Label == 1).SelectMany(c => c.Conversation.Messages.Where((_, i) => c.Tactics[i].Length > 0))
            .Should().OnlyContain(m => !telling.Any(t => $" {m.Text} ".Contains($" {t} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_half_is_deterministic_and_has_nothing_in_common_with_the_other_of_its_seed()
    {
        string[] Texts(SampleHalf half) => [.. new SampleComposer(3, half: half).ComposeMany(40).Select(c => string.Join('\n', c.Conversation.Messages.Select(m => m.Text)))];

        Texts(SampleHalf.First).Should().Equal(Texts(SampleHalf.First));
        Texts(SampleHalf.First).Should().NotIntersectWith(Texts(SampleHalf.Second)).And.NotIntersectWith(Texts(SampleHalf.Whole));
    }

    [Fact]
    public void Its_pack_knows_the_phrases_of_its_half_only()
    {
        using MemoryStream stream = new();
        SamplePack.Write(stream, SampleHalf.First);
        string[] lines = Encoding.ASCII.GetString(stream.ToArray()).Split('\n');

        string[] Phrases(SampleGrammar grammar) =>
            [.. grammar.Names.Where(n => Taxonomy.TryParse(n.Split('/')[0], out _)).SelectMany(grammar.Alternatives).Select(p => $"    - \"{p.Replace("'", "\\u0027", StringComparison.Ordinal)}\"")];
        lines.Should().Contain(Phrases(First)).And.NotContain(Phrases(Second));
        lines.Count(l => l.StartsWith("- id: ", StringComparison.Ordinal)).Should().Be(40);
    }
}
