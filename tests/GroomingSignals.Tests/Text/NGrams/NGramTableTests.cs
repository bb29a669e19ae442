using CsCheck;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Tests.Text.NGrams;

public sealed class NGramTableTests
{
    private static readonly NGramTable Ones = Table(22, _ => 1);

    [Fact]
    public void A_repeated_n_gram_counts_twice_and_no_more()
    {
        var once = Ones.Score(NGramHasherTests.Fold("secret"));
        var twice = Ones.Score(NGramHasherTests.Fold("secret secret"));
        var often = Ones.Score(NGramHasherTests.Fold("secret secret secret secret"));

        once.Grams.Should().Be(1 + 6 + 5 + 4);
        twice.Grams.Should().Be((2 * once.Grams) + 1, "the pair of words is new");
        often.Grams.Should().Be((2 * once.Grams) + 2);
        often.Sum.Should().Be(often.Grams);
    }

    [Fact]
    public void A_message_does_not_remember_the_one_before()
    {
        var text = NGramHasherTests.Fold("see you at the match on saturday");
        var first = Ones.Score(text);

        Ones.Score(NGramHasherTests.Fold("something else entirely"));

        Ones.Score(text).Should().Be(first);
        first.Grams.Should().BePositive();
    }

    [Fact]
    public void Tables_of_several_sizes_take_turns_on_one_thread()
    {
        var small = Table(8, _ => 1);
        var text = NGramHasherTests.Fold("a text with a few more n-grams than one would think at first sight");
        var (smallFirst, largeFirst) = (small.Score(text), Ones.Score(text));

        small.Score(text).Should().Be(smallFirst);
        Ones.Score(text).Should().Be(largeFirst);
        smallFirst.Grams.Should().BeLessThan(largeFirst.Grams).And.BeLessThanOrEqualTo(256);
    }

    [Fact]
    public void N_grams_without_a_weight_are_not_counted()
    {
        Table(10, bucket => bucket % 2).Score(NGramHasherTests.Fold("what a lovely day")).Grams
            .Should().BeLessThan(Table(10, _ => 1).Score(NGramHasherTests.Fold("what a lovely day")).Grams);
        Table(10, _ => 0).Score(NGramHasherTests.Fold("what a lovely day")).Should().Be(new MessageText(0, 0));
    }

    [Fact]
    public void The_loud_ones_are_those_whose_weights_are_large_on_either_side()
    {
        float[] weights = [.. Enumerable.Range(0, 1 << 12).Select(bucket => (float)((bucket % 7) - 3))];
        var table = new NGramTable(weights, 50, loud: 2);
        var view = NGramHasherTests.Fold("a text with a few more n-grams than one would think");
        var loud = new LoudGrams();

        var score = table.Score(view, loud);

        score.Should().Be(table.Score(view));
        loud.WeightOf.ToArray().Should().Contain(2).And.Contain(-3).And.OnlyContain(weight => Math.Abs(weight) >= 2);
        loud.Count.Should().Be(table.Explain(view).Count(gram => Math.Abs(gram.Weight) >= 2));
    }

    // The longest have some thousands of n-grams: more than are looked up at a time.
    [Theory]
    [InlineData(60, 500)]
    [InlineData(2_000, 20)]
    public void The_sum_is_that_of_the_buckets_of_an_oracle_each_at_most_twice(int longest, int texts)
    {
        var table = Table(12, bucket => bucket % 7 - 3);
        Gen.Char["abcde fghi jk"].Array[0, longest].Sample(
            chars =>
            {
                var view = NGramHasherTests.Fold(new string(chars));
                var buckets = new Buckets([]);
                NGramHasher.Walk(view.Chars, ref buckets);
                int[] kept = [.. buckets.Seen.GroupBy(bucket => bucket).SelectMany(same => same.Take(2)).Where(bucket => bucket % 7 != 3)];

                table.Score(view).Should().Be(new MessageText(kept.Sum(bucket => bucket % 7 - 3), kept.Length));
            },
            iter: texts);
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        var text = NGramHasherTests.Fold("are you coming to practice tomorrow or what? :)");
        Ones.Score(text);

        // The runtime may allocate once while it replaces code by better code on this thread: the least of some rounds counts.
        Enumerable.Range(0, 5).Min(_ => Allocated()).Should().Be(0);

        long Allocated()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1_000; i++)
            {
                Ones.Score(text);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Spans_of_an_explanation_lie_in_the_original_text_and_their_weights_are_the_sum()
    {
        var table = Table(12, bucket => (bucket % 5 - 2) / 4f);
        Gen.Char["ab. \u200BÉ\uD83D\uDE00ﬁ'  "].Array[0, 40].Sample(
            chars =>
            {
                string text = new(chars);
                var view = NGramHasherTests.Fold(text);
                var grams = table.Explain(view);

                grams.Should().NotContain(gram => gram.Span.Start < 0 || gram.Span.Start >= gram.Span.End || gram.Span.End > text.Length);
                var score = table.Score(view);
                grams.Should().HaveCount(score.Grams);
                grams.Sum(gram => gram.Weight).Should().Be(score.Sum);
            },
            iter: 500);
    }

    [Fact]
    public void A_span_marks_the_words_without_the_spaces_around_them()
    {
        const string Text = "  Keep   it SECRET";
        var spans = Ones.Explain(NGramHasherTests.Fold(Text)).Where(gram => gram.Kind != NGramKind.Characters)
            .Select(gram => Text[gram.Span.Start..gram.Span.End]);

        spans.Should().Equal("Keep", "it", "Keep   it", "SECRET", "it SECRET");
    }

    [Fact]
    public void A_score_is_softened_by_the_prior_and_adds_up_over_messages()
    {
        var table = new NGramTable(new float[256], prior: 64);

        table.Normalise(3, 36).Should().Be(0.3);
        table.Normalise(0, 0).Should().Be(0);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(128, 1)]
    [InlineData(256, 0)]
    [InlineData(256, double.NaN)]
    public void A_table_of_an_odd_size_or_prior_is_refused(int buckets, double prior)
    {
        Action make = () => _ = new NGramTable(new float[buckets], prior);

        make.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_weight_that_is_no_number_is_refused()
    {
        Action make = () => _ = Table(8, bucket => bucket == 17 ? float.NaN : 0);

        make.Should().Throw<ArgumentException>();
    }

    private static NGramTable Table(int bits, Func<int, float> weight) =>
        new([.. Enumerable.Range(0, 1 << bits).Select(weight)], prior: 1);

    private readonly struct Buckets(List<int> seen) : INGramSink
    {
        public List<int> Seen => seen;

        public void Add(ulong hash, NGramKind kind, int start, int end) => seen.Add(NGramTable.BucketOf(hash, 12));
    }
}
