using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Text;
using GroomingSignals.Text.NGrams;
using GroomingSignals.Training.Text;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace GroomingSignals.Training.Tests.Text;

public sealed class TextLearnerTests
{
    private const int Bits = 14;

    [Fact]
    public void The_table_says_of_every_window_what_ml_net_says()
    {
        var corpus = Corpus(Composed.Train);
        float[] scales = new GramScales(corpus.Rows, corpus.Labels, Bits, 2).Of(GramScale.Contrast);
        var context = new MLContext(1);
        var examples = new GramExamples(corpus.Rows, corpus.Labels, scales, GramLength.Counts, TextLearner.Prior);
        var view = examples.View(context);
        var (model, transformer) = LinearLearner.Learn(context, view, 0.01f);
        float[] expected = [.. transformer.Transform(view).GetColumn<float>("Score")];

        var table = TextLearner.Table(model, examples.Buckets, scales);

        expected.Distinct().Should().HaveCountGreaterThan(100);
        for (int i = 0; i < expected.Length; i++)
        {
            (TextModel.Score(table, corpus.Rows[i]) + model.Bias).Should().BeApproximately(expected[i], 1e-4);
        }
    }

    [Fact]
    public void Words_and_characters_of_each_window_can_teach_as_much_as_those_of_any_other()
    {
        var corpus = Corpus(Composed.Train);
        float[] scales = new GramScales(corpus.Rows, corpus.Labels, Bits, 2).Of(GramScale.Rarity, loudnessOfWords: 1);
        var examples = new GramExamples(corpus.Rows, corpus.Labels, scales, GramLength.Kinds, TextLearner.Prior);

        int both = 0;
        foreach (var example in examples)
        {
            var values = example.Features.Items().Select(item => (OfWords: NGramTable.IsOfWords(examples.Buckets[item.Key], scales.Length), Square: (double)item.Value * item.Value)).ToList();
            double words = values.Where(v => v.OfWords).Sum(v => v.Square);
            double characters = values.Where(v => !v.OfWords).Sum(v => v.Square);
            foreach (double squares in (double[])[words, characters])
            {
                (squares == 0 || Math.Abs(squares - 0.5) < 1e-4).Should().BeTrue("each kind has half of a length of 1, or nothing: {0}", squares);
            }

            both += words > 0 && characters > 0 ? 1 : 0;
        }

        both.Should().BeGreaterThan(100);
    }

    [Fact]
    public void The_score_of_a_window_is_the_score_that_a_message_gets()
    {
        var conversations = Composed.Train.Select(c => new LabelledConversation(
            new Conversation { Id = c.Conversation.Id, Messages = [new Message { Sender = "a", Text = string.Join(' ', c.Conversation.Messages.Select(m => m.Text)) }] },
            c.Label)).ToList();
        var corpus = Corpus(conversations);
        var text = new TextLearner(1, 2).Learn(corpus.Rows, corpus.Labels, Bits, new TextRecipe(GramScale.Rarity, GramLength.Counts, 1));
        var view = new ViewText();
        for (int i = 0; i < conversations.Count; i++)
        {
            Folder.Fold(conversations[i].Conversation.Messages[0].Text, view);
            var message = text.Table.Score(view);

            text.Table.Normalise(message.Sum, message.Grams).Should().BeApproximately(TextModel.Score(text.Table, corpus.Rows[i]), 1e-5);
        }
    }

    [Fact]
    public void What_is_said_again_and_again_is_learnt_from_by_its_logarithm()
    {
        var row = new GramRow(0, 1, [1, 2, 3, 4], [1, 2, 20, 255]);

        float[] values = [.. Enumerable.Range(0, 4).Select(row.ValueAt)];

        values[0].Should().Be(1, "what one message says counts as it is");
        values[1].Should().Be(2, "what one message says counts as it is");
        values[2].Should().BeApproximately(2 + MathF.Log(10), 1e-6f);
        values[3].Should().BeApproximately(2 + MathF.Log(127.5f), 1e-6f);
    }

    [Fact]
    public void Few_cases_among_many_others_end_up_on_their_side_of_the_margin()
    {
        // One conversation in fifty is a case; its telling words stand among thirty others that all conversations share.
        string[] shared = [.. Enumerable.Range(0, 40).Select(i => $"{(char)('a' + (i % 20))}{(char)('e' + (i / 20))}{(char)('k' + (i % 7))}ing")];
        string Chat(int i)
        {
            var random = new Random(i);
            var words = Enumerable.Range(0, 30).Select(_ => shared[random.Next(shared.Length)]);
            return string.Join(' ', i % 50 == 0 ? words.Append("zebra") : words);
        }

        var conversations = Enumerable.Range(0, 400).Select(i => new LabelledConversation(
            new Conversation { Id = $"{i}", Messages = [new Message { Sender = "a", Text = Chat(i) }] }, i % 50 == 0)).ToList();
        var corpus = Corpus(conversations);
        foreach (var recipe in new[] { TextStage.Rarity, TextStage.Contrast, TextStage.Evidence })
        {
            var text = new TextLearner(1, 2).Learn(corpus.Rows, corpus.Labels, Bits, recipe);

            double[] scores = [.. corpus.Rows.Select(row => TextModel.Score(text.Table, row) + text.Bias)];

            for (int i = 0; i < scores.Length; i++)
            {
                (scores[i] > 0).Should().Be(corpus.Labels[i], "recipe {0}, conversation {1}: score {2}", recipe.Scale, i, scores[i]);
            }
        }
    }

    [Fact]
    public void Words_of_one_class_get_weights_of_its_sign()
    {
        var conversations = Enumerable.Range(0, 60).Select(i => new LabelledConversation(
            new Conversation { Id = $"{i}", Messages = [new Message { Sender = "a", Text = i % 3 == 0 ? "zebra walks" : "tiger walks" }] }, i % 3 == 0)).ToList();
        var corpus = Corpus(conversations);

        foreach (var scale in Enum.GetValues<GramScale>())
        {
            var table = new TextLearner(1, 2).Learn(corpus.Rows, corpus.Labels, Bits, new TextRecipe(scale, GramLength.Counts, 1)).Table;

            Sum(table, "zebra").Should().BePositive();
            Sum(table, "tiger").Should().BeNegative();
        }
    }

    [Fact]
    public void Scales_are_what_their_formulas_say()
    {
        // Four conversations, two positive. Bucket 1 stands in both positive ones, bucket 2 in all, bucket 3 in one only.
        GramRow[] rows = [Row(0, 1, 2), Row(1, 1, 2), Row(2, 2, 3), Row(3, 2)];
        var scales = new GramScales(rows, [true, true, false, false], bits: 8, fewest: 2);

        scales.Of(GramScale.Rarity)[1].Should().BeApproximately((float)(Math.Log(5.0 / 3) + 1), 1e-6f);
        scales.Of(GramScale.Rarity)[2].Should().BeApproximately(1, 1e-6f);
        scales.Of(GramScale.Rarity)[3].Should().Be(0, "it stands in one conversation only");
        scales.Of(GramScale.Contrast)[1].Should().BeApproximately((float)(0.3 + Math.Log(7.0 / 12 / (5.0 / 12))), 1e-6f);
        scales.Of(GramScale.Contrast)[2].Should().BeApproximately(0.3f, 1e-6f);
        scales.Of(GramScale.Evidence)[1].Should().BeApproximately((float)((1.0 / 3) + (1 / Math.Sqrt(0.25 + 0.5))), 1e-6f);

        new GramScales([Row(0, 255), Row(1, 255), Row(2, 255), Row(3)], [true, true, false, false], bits: 8, fewest: 2).Of(GramScale.Rarity)[255]
            .Should().BeApproximately((float)(2 * (Math.Log(5.0 / 4) + 1)), 1e-6f, "the upper half is that of words, which speak twice as loud");

        static GramRow Row(int conversation, params int[] buckets) => new(conversation, 1, buckets, [.. buckets.Select(_ => (byte)1)]);
    }

    [Fact]
    public void A_long_conversation_is_read_in_windows_that_count_as_one()
    {
        var messages = Enumerable.Range(0, 2_000).Select(i => new Message { Sender = "a", Text = $"word{i}" });
        var rows = new GramReader(Bits, 20_000).Read(new Conversation { Messages = [.. messages] }, 7);

        rows.Should().HaveCount(GramReader.MostWindows).And.OnlyContain(row => row.Conversation == 7);
        rows.Sum(row => row.Share).Should().BeApproximately(1, 1e-6f);
        rows.Should().OnlyContain(row => row.Buckets.Length > 100);
    }

    [Fact]
    public void A_row_counts_each_message_at_most_twice()
    {
        var rows = new GramReader(16, 20_000).Read(
            new Conversation { Messages = [new Message { Sender = "a", Text = "zz zz zz" }, new Message { Sender = "b", Text = "zz" }] }, 0);

        rows[0].Buckets.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        rows[0].Counts.Order().Should().Equal([2, 3, 3, 3, 3], "the word and its three character runs stand in both messages, the pair in one, more than twice");
    }

    [Fact]
    public void A_count_stops_where_a_byte_ends()
    {
        var rows = new GramReader(16, 20_000).Read(
            new Conversation { Messages = [.. Enumerable.Repeat(new Message { Sender = "a", Text = "zz zz" }, GramReader.WindowMessages)] }, 0);

        rows.Should().ContainSingle().Which.Counts.Order().Should().Equal(200, 255, 255, 255, 255);
    }

    private static GramCorpus Corpus(IReadOnlyList<LabelledConversation> conversations) => GramCorpus.Read(conversations, Bits, 20_000, 2, new ParallelOptions());

    private static double Sum(NGramTable table, string text)
    {
        var view = new ViewText();
        Folder.Fold(text, view);
        return table.Score(view).Sum;
    }
}
