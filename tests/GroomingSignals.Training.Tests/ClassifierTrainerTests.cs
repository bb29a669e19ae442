using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Tests;

public sealed class ClassifierTrainerTests
{
    [Fact]
    public void The_same_data_and_seed_give_the_same_content_hash_on_one_thread_and_on_two()
    {
        string one = Composed.Learn(Composed.Train, Composed.Quick with { Threads = 1 }).Classifier.ContentHash;
        string two = Composed.Learn(Composed.Train, Composed.Quick with { Threads = 2 }).Classifier.ContentHash;

        two.Should().Be(one);
        Composed.Model.Classifier.ContentHash.Should().Be(one);
    }

    [Fact]
    public void Another_seed_gives_another_model() =>
        Composed.Learn(Composed.Train, Composed.Quick, seed: 2).Classifier.ContentHash.Should().NotBe(Composed.Model.Classifier.ContentHash);

    [Fact]
    public void A_model_orders_composed_conversations_it_has_not_seen()
    {
        double[] scores = [.. Composed.Test.Select(c => Composed.Model.Score(c.Conversation).Score)];

        RankingMetrics.AveragePrecision(scores, [.. Composed.Test.Select(c => c.Label is true)]).Should().BeGreaterThan(0.9);
    }

    [Fact]
    public void A_saved_model_is_the_same_file_each_time_and_loads_as_the_same_classifier()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        Composed.Model.Save(first);
        Composed.Model.Save(second);
        first.Position = 0;

        first.ToArray().Should().Equal(second.ToArray());
        RiskClassifier.Load(first).ContentHash.Should().Be(Composed.Model.Classifier.ContentHash);
    }

    [Fact]
    public void The_analyzer_says_of_each_message_what_the_trained_classifier_says()
    {
        var analyzer = new RiskAnalyzerBuilder().UseClassifier(Composed.Model.Classifier).Build();
        foreach (var conversation in Composed.Test.Take(30).Select(c => c.Conversation))
        {
            double[] trace = [.. Composed.Model.Trace(conversation)];

            trace[^1].Should().Be(Composed.Model.Score(conversation).Score);
            ((double)analyzer.Analyze(conversation).RawScore).Should().BeApproximately(trace.Max(), 1e-9);
        }
    }

    [Fact]
    public void Probabilities_lie_between_0_and_1_and_rise_with_the_highest_score_on_the_way()
    {
        var scores = Composed.Test.Select(c => c.Conversation)
            .Select(c => (Peak: Composed.Model.Trace(c)!.Max(), Composed.Model.Score(c).Probability)).OrderBy(s => s.Peak).ToList();

        scores.Should().OnlyContain(s => s.Probability > 0 && s.Probability < 1);
        scores.Select(s => s.Probability!.Value).Should().BeInAscendingOrder();
    }

    [Theory]
    [InlineData(TrainingVoices.Rules)]
    [InlineData(TrainingVoices.Text)]
    [InlineData(TrainingVoices.Features)]
    public void A_voice_that_is_left_out_is_silent(TrainingVoices voices)
    {
        var parts = Composed.Learn(Composed.Train, Composed.Quick with { Voices = voices }).Classifier.Parts;

        (parts.Fusion.Rules > 0).Should().Be(voices == TrainingVoices.Rules);
        (parts.Fusion.Text > 0).Should().Be(voices == TrainingVoices.Text);
        (parts.Fusion.Forest > 0).Should().Be(voices == TrainingVoices.Features);
        parts.Text.Weights.ContainsAnyExcept(0f).Should().Be(voices == TrainingVoices.Text);
    }

    [Fact]
    public void Conversations_without_a_label_are_left_out()
    {
        IReadOnlyList<LabelledConversation> data = [.. Composed.Train, .. Composed.Test.Select(c => c with { Label = null })];

        Composed.Learn(data).Classifier.ContentHash.Should().Be(Composed.Model.Classifier.ContentHash);
    }

    [Fact]
    public void Nothing_to_learn_from_is_refused_with_what_is_needed()
    {
        Refusal([]).Should().Contain("no conversations");
        Refusal([.. Composed.Train.Select(c => c with { Label = false })]).Should().Contain("at least 10");
        Refusal([.. Composed.Train.Where(c => c.Label is true).Take(5), .. Composed.Train.Where(c => c.Label is false)])
            .Should().Contain("5 conversations").And.Contain("at least 10");

        static string Refusal(IReadOnlyList<LabelledConversation> data)
        {
            Action train = () => Composed.Learn(data);
            return train.Should().Throw<ArgumentException>().Which.Message;
        }
    }

    [Fact]
    public void Empty_conversations_and_conversations_without_words_can_be_learnt_from_and_scored()
    {
        LabelledConversation[] odd =
        [
            new(new Conversation { Id = "empty" }, false),
            new(new Conversation { Id = "dots", Messages = [new Message { Sender = "a", Text = "..." }, new Message { Sender = "a" }] }, false),
            new(new Conversation { Id = "surrogate", Messages = [new Message { Sender = "a", Text = "\uD83D" }] }, true),
        ];

        var model = Composed.Learn([.. Composed.Train, .. odd]);

        odd.Should().OnlyContain(c => double.IsFinite(model.Score(c.Conversation).Score));
    }

    [Fact]
    public void Progress_rises_to_the_end()
    {
        var seen = new Recorder();

        new ClassifierTrainer(Composed.Quick).Train(Composed.Train, seed: 1, seen, TestContext.Current.CancellationToken);

        seen.Stages.Select(s => s.Done).Should().BeInAscendingOrder().And.EndWith(1);
        seen.Stages.Should().HaveCountGreaterThan(5);
    }

    [Fact]
    public void A_training_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Action train = () => new ClassifierTrainer(Composed.Quick).Train(Composed.Train, seed: 1, null, source.Token);

        train.Should().Throw<OperationCanceledException>();
    }

    private sealed class Recorder : IProgress<StageProgress>
    {
        public List<StageProgress> Stages { get; } = [];

        public void Report(StageProgress value) => Stages.Add(value);
    }
}
