using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.Tests.Matching;

public sealed class MessageReaderTests
{
    private static readonly CueSet Cues = new()
    {
        Cues =
        [
            new LexiconCue("t/hide") { Literals = ["dont tell your mom", "our little secret", "hello there"], Except = ["our little secret santa"] },
            new LexiconCue("t/pic") { Literals = ["send me a pic", "pic of you"] },
            new LexiconCue("t/no") { Literals = ["no", "stop asking"] },
            new LexiconCue("t/said") { Literals = ["she said"] },
            new LexiconCue("t/lesson") { Literals = ["online safety"] },
            new NumberCue("t/age")
            {
                Kind = NumberKind.Age, Phrases = ["im {n}", "{n} years old", "turning {n} soon"], Except = ["im {n} min"], Minimum = 5, Maximum = 99,
            },
            new NumberCue("t/grade") { Kind = NumberKind.SchoolYear, Phrases = ["in {n} grade"], Minimum = 1, Maximum = 12, OffsetFrom = 5, OffsetTo = 6 },
            new PatternCue("t/phone", @"\d{3}[- ]\d{3}[- ]\d{4}") { AnchorDigit = true },
            new LexiconCue("t/none") { Literals = ["tell no one about it"] },
        ],
        Roles =
        [
            new RoleCue(DiscourseRole.Quoting, 3, RoleScope.Clause),
            new RoleCue(DiscourseRole.Educating, 4, RoleScope.Message),
            new RoleCue(DiscourseRole.Refusing, 2, RoleScope.Clause),
        ],
    };

    private static readonly MessageReader Reader = new(Cues);

    [Theory]
    [InlineData("Don't tell your mom ok", "Don't tell your mom", TextView.Folded)]
    [InlineData("DON’T  TELL\tyour\nmom", "DON’T  TELL\tyour\nmom", TextView.Folded)]
    [InlineData("do\u200bnt te\u00adll your mom", "do\u200bnt te\u00adll your mom", TextView.Folded)]
    [InlineData("ｄｏｎｔ tell your mom", "ｄｏｎｔ tell your mom", TextView.Folded)]
    [InlineData("𝐝𝐨𝐧𝐭 tell your mom!", "𝐝𝐨𝐧𝐭 tell your mom", TextView.Folded)]
    [InlineData("dоnt tеll your mom", "dоnt tеll your mom", TextView.Skeleton)]
    [InlineData("dönt téll your mom", "dönt téll your mom", TextView.Skeleton)]
    [InlineData("dont tellllll your mommm", "dont tellllll your mommm", TextView.Runs)]
    [InlineData("hellooo there", "hellooo there", TextView.Runs)]
    [InlineData("d o n t t e l l y o u r m o m", "d o n t t e l l y o u r m o m", TextView.Joined)]
    [InlineData("d.o.n.t t.e.l.l y.o.u.r m.o.m", "d.o.n.t t.e.l.l y.o.u.r m.o.m", TextView.Joined)]
    [InlineData("dont t e l l your mom", "dont t e l l your mom", TextView.Joined)]
    [InlineData("d0nt t3ll your m0m", "d0nt t3ll your m0m", TextView.Leet)]
    [InlineData("he110 there", "he110 there", TextView.Leet)]
    public void A_disguised_cue_is_found_in_its_view_and_the_span_selects_it(string text, string selected, TextView view)
    {
        var hit = Read(text).Should().ContainSingle(h => h.Cue == 0).Subject;
        text[hit.Start..hit.End].Should().Be(selected);
        hit.View.Should().Be(view);
    }

    [Theory]
    [InlineData("I dont tell your mommy things")]
    [InlineData("our little secret santa is on friday")]
    [InlineData("0110 t43r3")]
    [InlineData("d o n t t e l l y o u r m o m s x")]
    public void What_only_resembles_a_cue_is_not_found(string text) => Read(text).Should().NotContain(h => h.Cue == 0);

    [Theory]
    [InlineData("im 15", 15)]
    [InlineData("I'm 15yo", 15)]
    [InlineData("i’m   fifteen", 15)]
    [InlineData("im twenty one", 21)]
    [InlineData("im 15f", 15)]
    [InlineData("hes twenty one years old", 21)]
    [InlineData("14 years old", 14)]
    [InlineData("turning 13 soon", 13)]
    public void A_number_is_read_next_to_its_phrase(string text, int value)
    {
        var hit = Read(text).Should().ContainSingle(h => h.Cue == 5).Subject;
        (hit.Value, hit.ValueTo).Should().Be((value, value));
        text[hit.Start..hit.End].Should().NotStartWith(" ").And.NotEndWith(" ");
    }

    [Theory]
    [InlineData("im 15 min away")]
    [InlineData("im 15% done")]
    [InlineData("im 5'9")]
    [InlineData("im 15.5 km away")]
    [InlineData("im 1500 points up")]
    [InlineData("im 2 levels ahead")]
    [InlineData("im 15k short")]
    [InlineData("im $15 short")]
    [InlineData("turning 13 today")]
    [InlineData("im 15:30 there")]
    public void What_is_no_such_number_is_not_read(string text) => Read(text).Should().NotContain(h => h.Cue == 5);

    [Fact]
    public void A_school_year_implies_a_range_of_ages()
    {
        var hit = Read("im in 8th grade").Should().ContainSingle(h => h.Cue == 6).Subject;
        (hit.Value, hit.ValueTo).Should().Be((13, 14));
    }

    [Fact]
    public void A_pattern_runs_near_its_anchor()
    {
        const string text = "call 555-123-4567 now";
        var hit = Read(text).Should().ContainSingle(h => h.Cue == 7).Subject;
        text[hit.Start..hit.End].Should().Be("555-123-4567");
    }

    [Theory]
    [InlineData("send me a pic", DiscourseRole.Enacting)]
    [InlineData("she said send me a pic", DiscourseRole.Quoting)]
    [InlineData("she said hi. send me a pic", DiscourseRole.Enacting)]
    [InlineData("she said hi but send me a pic", DiscourseRole.Enacting)]
    [InlineData("send me a pic. that is what online safety warns of", DiscourseRole.Educating)]
    [InlineData("no, send me a pic", DiscourseRole.Enacting)]
    [InlineData("no send me a pic", DiscourseRole.Refusing)]
    [InlineData("no 😀 send me a pic", DiscourseRole.Enacting)]
    public void The_role_is_decided_per_clause_or_message(string text, DiscourseRole role) =>
        Read(text).Should().ContainSingle(h => h.Cue == 1).Which.Role.Should().Be(role);

    [Fact]
    public void A_role_cue_inside_another_cue_decides_nothing()
    {
        var hits = Read("tell no one about it");
        hits.Should().ContainSingle().Which.Role.Should().Be(DiscourseRole.Enacting);
    }

    [Fact]
    public void Tokens_are_words_and_emoji()
    {
        var hits = Read("well 😀😀 don't you, send me a pic and send me a pic").Where(h => h.Cue == 1).ToList();
        hits.Select(h => (h.FirstToken, h.LastToken)).Should().Equal((5, 8), (10, 13));
    }

    [Fact]
    public void A_long_text_is_cut_between_characters_and_says_so()
    {
        var signals = new MessageSignals();
        Reader.Read("our little secret 😀 dont tell your mom", 19, signals);
        signals.TextTruncated.Should().BeTrue();
        signals.Hits.ToArray().Should().ContainSingle().Which.End.Should().Be(17);
    }

    [Fact]
    public void A_flood_of_matches_is_cut_and_says_so()
    {
        var signals = new MessageSignals();
        Reader.Read(string.Concat(Enumerable.Repeat("send me a pic ", 1000)), 20_000, signals);
        signals.HitsTruncated.Should().BeTrue();
        signals.Count.Should().Be(512);
    }

    [Fact]
    public void A_message_without_matches_costs_no_memory()
    {
        // A pattern near its anchor rents a runner from the expression engine; everything else must be free.
        var withoutPatterns = new MessageReader(Cues with { Cues = [.. Cues.Cues.Select(c => c is PatternCue ? new LexiconCue(c.Name) : c)] });
        string[] texts =
        [
            "hello how are you doing today", "see you at 5pm l8r", "naïve café 😀 wooow", "a b c d e", "ok", "our little secret santa, and our little secret santa again",
        ];
        var signals = new MessageSignals();
        foreach (string text in texts.Concat(texts))
        {
            withoutPatterns.Read(text, 20_000, signals);
        }

        foreach (string text in texts)
        {
            // The runtime may allocate once while it replaces code by better code on this thread: the least of some rounds counts.
            Enumerable.Range(0, 5).Min(_ => Allocated(withoutPatterns, text, signals)).Should().Be(0, "of {0}", text);
        }

        signals.Count.Should().Be(0);
    }

    private static long Allocated(MessageReader reader, string text, MessageSignals signals)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            reader.Read(text, 20_000, signals);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static CueHit[] Read(string text)
    {
        var signals = new MessageSignals();
        Reader.Read(text, 20_000, signals);
        return signals.Hits.ToArray();
    }
}
