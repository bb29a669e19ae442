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

    // Words longer than a key has characters, and some that are equal as far as it has.
    private static readonly Gen<string> Word = Pick.From("a", "b", "ab", "the", "to", "4", "2nd", "b4", "abcdefgh", "abcdefghi", "abcdefghj", "longer-one", "x.y", "...");
    private static readonly Gen<string> Phrase = Word.Array[1, 5].Select(words => string.Join(' ', words));

    [Fact]
    public void No_text_with_a_literal_is_quiet() =>
        Gen.Select(Phrase.Array[1, 4], Word.Array[0, 12], Word.Array[0, 12], Gen.Int[0, 3]).Sample((literals, before, after, which) =>
        {
            var keys = new QuietKeys();
            foreach (string literal in literals)
            {
                keys.Add(literal);
            }

            string text = string.Join(' ', [.. before, literals[which % literals.Length], .. after]);
            (keys.HasWordless || !IsQuiet(new QuietFilter(keys.Keys), text)).Should().BeTrue();
        }, iter: 20_000);

    [Fact]
    public void A_literal_is_seen_wherever_it_stands_in_the_blocks_of_64()
    {
        var keys = new QuietKeys();
        keys.Add("meet behind stadiums");
        var filter = new QuietFilter(keys.Keys);
        for (int before = 0; before < 200; before++)
        {
            string padding = string.Concat(Enumerable.Repeat("so ", before / 3)) + new string('x', before % 3);
            IsQuiet(filter, padding + " meet behind stadiums").Should().BeFalse();
            IsQuiet(filter, padding + " meet beside stadiums").Should().BeTrue();
            IsQuiet(filter, padding + "meet behind stadium").Should().BeTrue();
        }
    }

    [Theory]
    [InlineData(LiteralRank.Always)]
    [InlineData(LiteralRank.Later)]
    internal void No_literal_of_the_built_in_pack_from_which_something_can_come_is_quiet(LiteralRank rank)
    {
        var filter = BuiltInCues.Quiet(later: rank == LiteralRank.Later, TextTraits.None)!;
        var literals = BuiltInCues.Literals.Should().ContainSingle().Subject;
        var view = new ViewText();
        int tried = 0;
        for (int literal = 0; literals.HasRank(literal, rank); literal++)
        {
            foreach (string text in TextsOf(literals, literal, rank))
            {
                if ((Folder.Fold($"well {text} then", view) & TextTraits.NonAscii) == TextTraits.None)
                {
                    filter.IsQuiet(view, digits: true).Should().BeFalse("{0} is there", text);
                    tried++;
                }
            }
        }

        tried.Should().BeGreaterThan(40_000);
    }

    [Theory]
    [InlineData("the second half was better than the first", true)]
    [InlineData("my bus is late again, save me a seat", true)]
    [InlineData("dont tell your mum about us", false)]
    [InlineData("im thirteen", false)]
    [InlineData("im hungry", true)]
    [InlineData("im 13", false)]
    [InlineData("bus 13 was late", true)]
    public void The_built_in_pack_has_nothing_in_ordinary_talk(string text, bool quiet) => IsQuiet(BuiltInCues.Quiet(later: false, TextTraits.None)!, text).Should().Be(quiet);

    [Fact]
    public void A_refusal_is_quiet_until_something_was_found()
    {
        IsQuiet(BuiltInCues.Quiet(later: false, TextTraits.None)!, "no").Should().BeTrue();
        IsQuiet(BuiltInCues.Quiet(later: true, TextTraits.None)!, "no").Should().BeFalse();
    }

    [Fact]
    public void Where_every_cue_matters_by_itself_there_is_no_filter() => new CompiledCues(BuiltIn.RuleSet.Cues, Relevance.OfAll(BuiltIn.RuleSet.Cues)).Quiet(later: false, TextTraits.None).Should().BeNull();

    /// <summary>Texts in which a literal stands as each of its uses that matter asks for it.</summary>
    private static IEnumerable<string> TextsOf(CompiledLiterals literals, int literal, LiteralRank rank)
    {
        foreach (var use in literals.UsesOf(literal).ToArray().Where(u => u.Kind != CueUseKind.Except && BuiltInRelevance.RankOf(u.Cue) >= rank))
        {
            if (use.Kind != CueUseKind.Number)
            {
                yield return literals.Automaton[literal];
                continue;
            }

            var phrase = BuiltInCues.Numbers[use.Number];
            var cue = (NumberCue)BuiltInCues.Set.Cues[use.Cue];
            foreach (string number in NumberWords.Between(cue.Minimum, cue.Maximum).Concat([$"{cue.Minimum}", $"{cue.Maximum}yo", $"{cue.Maximum}y/o"]))
            {
                yield return phrase.Before + number + phrase.After;
            }
        }
    }

    private static bool IsQuiet(QuietFilter filter, string text)
    {
        var view = new ViewText();
        Folder.Fold(text, view);
        return filter.IsQuiet(view, digits: true);
    }
}
