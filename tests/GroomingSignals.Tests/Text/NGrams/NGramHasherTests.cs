using CsCheck;
using GroomingSignals.Text;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Tests.Text.NGrams;

public sealed class NGramHasherTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char["ab.c '!:)3é\u0301\u200B\uD83D\uDE00AZ\t"].Array[0, 40].Select(chars => new string(chars)),
        Gen.Char.Array[0, 60].Select(chars => new string(chars)));

    [Fact]
    public void A_short_text_gives_the_n_grams_that_one_would_write_down()
    {
        var (grams, _) = Walk("hi, u");

        grams.Should().BeEquivalentTo(
            "word hi", "word u", "pair hi u", "chars  hi", "chars hi,", "chars i, ", "chars  hi,", "chars hi, ", "chars  hi, ", "chars  u ");
    }

    [Fact]
    public void The_n_grams_are_those_of_an_oracle_over_strings_and_equal_ones_hash_alike()
    {
        Texts.Sample(
            text =>
            {
                var (grams, hashes) = Walk(text);
                string folded = new(Fold(text).Chars);
                grams.Order(StringComparer.Ordinal).Should().Equal(NaiveNGrams.Of(folded).Order(StringComparer.Ordinal));
                hashes.Distinct().Should().HaveCount(grams.Distinct(StringComparer.Ordinal).Count());
            },
            iter: 2_000);
    }

    [Fact]
    public void Kinds_do_not_share_hashes()
    {
        var (_, hashes) = Walk("abc");

        hashes.Should().OnlyHaveUniqueItems("the word abc and the characters abc are two n-grams");
        hashes.Select(hash => hash >= NGramHasher.OfWords).Should().Equal([true, .. Enumerable.Repeat(false, 6)], "each kind has its half of a table");
    }

    [Theory]
    [InlineData(20_000, 'a')]
    [InlineData(20_000, '.')]
    public void A_hostile_text_gives_at_most_five_n_grams_a_character(int length, char c)
    {
        var (grams, _) = Walk(new string(c, length));

        grams.Count.Should().BeInRange(length, NGramHasher.MostForOneCharacter * length);
    }

    internal static ViewText Fold(string text)
    {
        var view = new ViewText();
        Folder.Fold(text, view);
        return view;
    }

    private static (List<string> Grams, List<ulong> Hashes) Walk(string text)
    {
        var view = Fold(text);
        var sink = new Recording($" {view.Chars} ", [], []);
        NGramHasher.Walk(view.Chars, ref sink);
        return (sink.Grams, sink.Hashes);
    }

    private readonly struct Recording(string padded, List<string> grams, List<ulong> hashes) : INGramSink
    {
        public List<string> Grams => grams;

        public List<ulong> Hashes => hashes;

        public void Add(ulong hash, NGramKind kind, int start, int end)
        {
            string gram = padded[(start + 1)..(end + 1)];
            grams.Add(kind switch
            {
                NGramKind.Word => $"word {gram}",
                NGramKind.WordPair => $"pair {Pair(gram)}",
                _ => $"chars {gram}",
            });
            hashes.Add(hash);
        }

        /// <summary>Whatever stood between the words is left out.</summary>
        private static string Pair(string gram)
        {
            int first = 0;
            while (ViewText.IsWord(gram[first]))
            {
                first++;
            }

            int second = gram.Length;
            while (ViewText.IsWord(gram[second - 1]))
            {
                second--;
            }

            return $"{gram[..first]} {gram[second..]}";
        }
    }
}
