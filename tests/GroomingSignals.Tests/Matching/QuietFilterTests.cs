using CsCheck;
using GroomingSignals.Matching;
using GroomingSignals.Tests.Properties;
using GroomingSignals.Text;

namespace GroomingSignals.Tests.Matching;

public sealed class QuietFilterTests
{
    private static readonly RiskAnalyzer BuiltIn = RiskAnalyzer.CreateDefault();
    private static readonly Relevance BuiltInRelevance = BuiltIn.Index.Relevance();
    private static readonly CompiledCues BuiltInCues = new(BuiltIn.RuleSet.Cues, BuiltInRelevance);

    // Words longer than a key has characters, some that are equal as far as it has, and what only other views find.
    private static readonly Gen<string> Word = Pick.From(
        "a", "b", "ab", "the", "to", "two", "twelve", "4", "12", "12y/o", "2nd", "b4", "t0", "tooo", "é", "abcdefgh", "abcdefghi", "abcdefghj", "longer-one", "x.y", "a b", "...");

    private static readonly Gen<string> Phrase = Word.Array[1, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<CueSet> Cues = Gen.Select(Phrase.Array[1, 3].Array[1, 5], Phrase).Select((lexicons, number) => new CueSet
    {
        Cues =
        [
            .. lexicons.Select((phrases, i) => new LexiconCue($"l{i}") { Literals = [.. phrases.Distinct()] }),
            new NumberCue("n") { Phrases = [$"{number} {{n}}", $"{{n}} {number}"], Minimum = 1, Maximum = 30 },
        ],
    });

    [Fact]
    public void What_is_read_is_the_same_without_the_filter() =>
        Gen.Select(Cues, Gen.Int.Array[12, 12], Phrase.Array[0, 6], Gen.Bool).Sample((cues, dice, text, later) =>
        {
            var needs = Needs(cues.Cues.Length, dice);
            string all = string.Join(' ', text);
            var with = Read(new MessageReader(cues, new Relevance(needs, isSelective: true)), all, later);
            with.Should().Equal(Read(new MessageReader(cues, new Relevance(needs)), all, later));
        }, iter: 30_000);

    [Fact]
    public void A_literal_is_seen_wherever_it_stands_in_the_blocks_of_64()
    {
        var filter = Filter("meet behind stadiums");
        for (int before = 0; before < 200; before++)
        {
            string padding = string.Concat(Enumerable.Repeat("so ", before / 3)) + new string('x', before % 3);
            IsQuiet(filter, padding + " meet behind stadiums").Should().BeFalse();
            IsQuiet(filter, padding + " meet beside stadiums").Should().BeTrue();
            IsQuiet(filter, padding + "meet behind stadium").Should().BeTrue();
        }
    }

    [Fact]
    public void No_literal_of_the_built_in_pack_is_quiet_with_what_its_cue_needs_beside_it()
    {
        int tried = 0;
        var literals = BuiltInCues.Literals.Should().ContainSingle().Subject;
        var filter = BuiltInCues.Quiet(TextTraits.None)!;
        for (int literal = 0; literals.HasRank(literal, LiteralRank.Later); literal++)
        {
            foreach (var use in literals.UsesOf(literal).ToArray().Where(u => u.Kind != CueUseKind.Except))
            {
                foreach (var need in BuiltInRelevance.NeedsOf(use.Cue))
                {
                    string beside = string.Join(" and ", need.Sets.Select(set => AnyOf(set, literal)));
                    foreach (string text in TextsOf(literals, literal, use))
                    {
                        string whole = $"well {text} then {beside}";
                        if (!LiteralKeys.IsElsewhere(Fold(whole).Chars))
                        {
                            IsQuiet(filter, whole, need.Later).Should().BeFalse("{0} is there", whole);
                            tried++;
                        }
                    }
                }
            }
        }

        tried.Should().BeGreaterThan(50_000);
    }

    [Theory]
    [InlineData("the second half was better than the first", true)]
    [InlineData("my bus is late again, save me a seat", true)]
    [InlineData("bus 13 was late", true)]
    [InlineData("dont tell your mum about us", false)]
    [InlineData("im hungry", true)]
    [InlineData("im thirteen", false)]
    [InlineData("im 13", false)]
    [InlineData("that was beautiful", true)]
    [InlineData("you are so beautiful", false)]
    public void The_built_in_pack_has_nothing_in_ordinary_talk(string text, bool quiet) => IsQuiet(BuiltInCues.Quiet(TextTraits.None)!, text).Should().Be(quiet);

    [Fact]
    public void A_refusal_is_quiet_until_something_was_found()
    {
        var filter = BuiltInCues.Quiet(TextTraits.None)!;
        IsQuiet(filter, "no").Should().BeTrue();
        IsQuiet(filter, "no", later: true).Should().BeFalse();
    }

    [Fact]
    public void Where_every_cue_matters_by_itself_there_is_no_filter() =>
        new CompiledCues(BuiltIn.RuleSet.Cues, Relevance.OfAll(BuiltIn.RuleSet.Cues)).Quiet(TextTraits.None).Should().BeNull();

    [Fact]
    public void Text_beyond_ascii_is_not_asked_for() => BuiltInCues.Quiet(TextTraits.NonAscii).Should().BeNull();

    /// <summary>Needs by dice: none, always, later, beside one or two sets of other cues.</summary>
    private static Need[][] Needs(int cues, int[] dice) => [.. Enumerable.Range(0, cues).Select(cue => (dice[2 * cue] & 7) switch
    {
        0 or 1 => Array.Empty<Need>(),
        2 => [new Need(false, [])],
        3 => [new Need(true, [])],
        4 => [new Need(true, [[1UL << (dice[(2 * cue) + 1] & 0xFFFF) % cues]]), new Need(false, [[1UL << (dice[cue] & 0xFFFF) % cues]])],
        5 => [new Need(false, [[1UL << (dice[(2 * cue) + 1] & 0xFFFF) % cues], [1UL << (dice[cue] & 0xFFFF) % cues | 1UL << (dice[0] & 0xFFFF) % cues]])],
        _ => [new Need(false, [[1UL << (dice[(2 * cue) + 1] & 0xFFFF) % cues]])],
    })];

    private static List<CueHit> Read(MessageReader reader, string text, bool later)
    {
        var signals = new MessageSignals();
        reader.Read(text, 20_000, signals, later);
        return [.. signals.Hits];
    }

    /// <summary>A phrase of one of the cues of a set, another one for each number.</summary>
    private static string AnyOf(ulong[] set, int number)
    {
        var cues = Enumerable.Range(0, BuiltInCues.Set.Cues.Length).Where(c => (set[c >> 6] >> c & 1) != 0).Select(c => BuiltInCues.Set.Cues[c]).ToList();
        return cues[number % cues.Count] switch
        {
            LexiconCue lexicon => lexicon.Literals[number % lexicon.Literals.Length],
            NumberCue phrases => phrases.Phrases[number % phrases.Phrases.Length].Replace("{n}", "12", StringComparison.Ordinal),
            _ => "$20",
        };
    }

    /// <summary>Texts in which a literal stands as a use asks for it.</summary>
    private static IEnumerable<string> TextsOf(CompiledLiterals literals, int literal, CueUse use)
    {
        if (use.Kind != CueUseKind.Number)
        {
            return [literals.Automaton[literal]];
        }

        var phrase = BuiltInCues.Numbers[use.Number];
        var cue = (NumberCue)BuiltInCues.Set.Cues[use.Cue];
        return NumberWords.Between(cue.Minimum, cue.Maximum).Concat([$"{cue.Minimum}", $"{cue.Maximum}yo", $"{cue.Maximum}y/o"]).Select(number => phrase.Before + number + phrase.After);
    }

    private static QuietFilter Filter(params string[] literals)
    {
        var cues = new CueSet { Cues = [new LexiconCue("l") { Literals = [.. literals] }] };
        return new CompiledCues(cues, new Relevance([[new Need(false, [])]], isSelective: true)).Quiet(TextTraits.None)!;
    }

    private static bool IsQuiet(QuietFilter filter, string text, bool later = false) => filter.IsQuiet(Fold(text), digits: true, later, new QuietScratch());

    private static ViewText Fold(string text)
    {
        var view = new ViewText();
        Folder.Fold(text, view);
        return view;
    }
}
