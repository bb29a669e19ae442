using GroomingSignals.Benchmarks.TfidfSvm;
using GroomingSignals.Conversations;
using GroomingSignals.Data;

namespace GroomingSignals.Evaluation.Tests.Baselines;

/// <summary>The baseline of the benchmarks against the worked examples of scikit-learn's user guide, and a hand computation.</summary>
public sealed class TfidfSvmTests
{
    [Fact]
    public void Words_have_two_characters_and_stand_alone_and_in_pairs() =>
        TextTerms.Words("I like it, it's A-ok").Should().Equal(
            new Dictionary<string, int> { ["like"] = 1, ["it"] = 2, ["like it"] = 1, ["it it"] = 1, ["ok"] = 1, ["it ok"] = 1 });

    // User guide, "Limitations of the Bag of Words representation": CountVectorizer(analyzer='char_wb', ngram_range=(5, 5)) of "jumpy fox".
    [Fact]
    public void Characters_are_taken_within_words_with_a_space_on_either_side() =>
        TextTerms.Characters("jumpy  fox").Keys.Where(term => term.Length == 5).Should().BeEquivalentTo(" fox ", " jump", "jumpy", "umpy ");

    [Fact]
    public void A_word_that_is_shorter_than_the_characters_taken_counts_once() => TextTerms.Characters("a").Should().Equal(new Dictionary<string, int> { [" a "] = 1 });

    // User guide, "Tf-idf term weighting", with smooth_idf=True, its default.
    [Fact]
    public void Weights_are_those_of_the_user_guide()
    {
        (int A, int B, int C)[] counts = [(3, 0, 1), (2, 0, 0), (3, 0, 0), (4, 0, 0), (3, 2, 0), (3, 0, 2)];
        var texts = counts.Select(c => new[] { ("a", c.A), ("b", c.B), ("c", c.C) }.Where(t => t.Item2 > 0).ToDictionary(t => t.Item1, t => t.Item2)).ToList();
        var vectors = new TfidfVectors(texts, sublinear: false);

        Values(vectors, texts[0]).Should().SatisfyRespectively(v => v.Should().BeApproximately(0.85151335, 1e-8), v => v.Should().BeApproximately(0.52433293, 1e-8));
        Values(vectors, texts[1]).Should().ContainSingle().Which.Should().BeApproximately(1, 1e-12);
        Values(vectors, texts[4]).Should().SatisfyRespectively(v => v.Should().BeApproximately(0.55422893, 1e-8), v => v.Should().BeApproximately(0.83236428, 1e-8));
        Values(vectors, texts[5]).Should().SatisfyRespectively(v => v.Should().BeApproximately(0.63035731, 1e-8), v => v.Should().BeApproximately(0.77630514, 1e-8));
    }

    [Fact]
    public void Sublinear_counts_are_one_and_their_logarithm()
    {
        var text = new Dictionary<string, int> { ["a"] = 4, ["b"] = 1 };

        // Both terms are in the only text, so that both have the same inverse document frequency.
        double[] values = Values(new TfidfVectors([text], sublinear: true), text);
        (values[0] / values[1]).Should().BeApproximately(1 + Math.Log(4), 1e-12);
    }

    // Two points, +1 and -1: with the intercept 0 the loss is w² / 2 + 2 (1 - w)², least at w = 4/5.
    [Fact]
    public void The_machine_finds_the_least_loss_of_two_points()
    {
        (int, double)[][] rows = [[(0, 1.0)], [(0, -1.0)]];

        var svm = LinearSvm.Train(rows, [true, false], size: 1, seed: 1);

        svm.Score(rows[0]).Should().BeApproximately(0.8, 1e-4);
        svm.Score([]).Should().BeApproximately(0, 1e-4);
    }

    // +1 at 1 and -1 at 0: w² / 2 + b² / 2 + (1 - w - b)² + (1 + b)² is least at w = 10/11 and b = -4/11.
    [Fact]
    public void The_intercept_is_learnt_as_one_more_weight()
    {
        (int, double)[][] rows = [[(0, 1.0)], []];

        var svm = LinearSvm.Train(rows, [true, false], size: 1, seed: 1);

        svm.Score(rows[0]).Should().BeApproximately(6.0 / 11, 1e-4);
        svm.Score(rows[1]).Should().BeApproximately(-4.0 / 11, 1e-4);
    }

    [Fact]
    public void The_same_conversations_and_seed_give_the_same_scores()
    {
        var conversations = Enumerable.Range(0, 40).Select(i => new LabelledConversation(
            new Conversation { Id = $"c{i}", Messages = [new Message { Sender = "a", Text = $"word{i % 7} other{i % 3} {(i % 4 == 0 ? "told" : "plain")}" }] },
            i % 4 == 0)).ToList();

        double[] Scores(int seed) => [.. conversations.Select(c => new TfidfSvmTrainer(sublinear: false).Train(conversations, seed).Score(c.Conversation).Score)];

        Scores(1).Should().Equal(Scores(1));
        Scores(1)[0].Should().BePositive();
        Scores(1)[1].Should().BeNegative();
    }

    private static double[] Values(TfidfVectors vectors, Dictionary<string, int> text) => [.. vectors.Of(text).OrderBy(v => v.Index).Select(v => v.Value)];
}
