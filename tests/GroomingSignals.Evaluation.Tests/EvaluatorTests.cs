using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Output;
using GroomingSignals.Evaluation.Results;
using GroomingSignals.Evaluation.Splits;
using GroomingSignals.Policy;

namespace GroomingSignals.Evaluation.Tests;

public sealed class EvaluatorTests
{
    private static readonly EvaluationOptions Quick = new() { Resamples = 50, Threads = 2 };
    private static readonly IReadOnlyList<LabelledConversation> Data = Made.Composed(5, 200);
    private static readonly AnalyzerScorer Rules = new(RiskAnalyzer.CreateDefault());

    [Fact]
    public void No_scorer_has_seen_what_it_scores()
    {
        WordTrainer trainer = new();
        EvaluationResult result = Evaluator.CrossValidate(Data, trainer, Quick, cancellationToken: TestContext.Current.CancellationToken);
        trainer.Shown.Should().HaveCount(5);
        for (int fold = 0; fold < 5; fold++)
        {
            var held = result.Conversations.Where(c => c.Fold == fold).Select(c => c.Id).ToHashSet();
            held.Should().HaveCount(40);
            trainer.Shown[fold].Should().HaveCount(160).And.NotIntersectWith(held);
        }
    }

    [Fact]
    public void A_threshold_owes_nothing_to_the_fold_it_is_used_on()
    {
        // The scores of fold 0 are moved a little: its own threshold stays, the others move with them.
        FixedScorer fair = new(c => c.Messages.Count);
        EvaluationResult before = Evaluator.Score(Data, "x", fair, Quick, cancellationToken: TestContext.Current.CancellationToken);
        var first = before.Conversations.Where(c => c.Fold == 0).Select(c => c.Id).ToHashSet();
        FixedScorer turned = new(c => c.Messages.Count - (first.Contains(c.Id!) ? 0.25 : 0));
        EvaluationResult after = Evaluator.Score(Data, "x", turned, Quick, cancellationToken: TestContext.Current.CancellationToken);
        after.Headline.Thresholds[0].Should().Be(before.Headline.Thresholds[0]);
        after.Headline.Thresholds.Skip(1).Should().NotEqual(before.Headline.Thresholds.Skip(1));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        string one = Evaluator.CrossValidate(Data, new WordTrainer(), Quick with { Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken).ToJson();
        string many = Evaluator.CrossValidate(Data, new WordTrainer(), Quick with { Threads = 5 }, cancellationToken: TestContext.Current.CancellationToken).ToJson();
        many.Should().Be(one);
    }

    [Fact]
    public void The_rules_are_measured_with_everything_a_report_needs()
    {
        EvaluationResult result = Evaluator.Score(Data, "rules only", Rules, Quick, cancellationToken: TestContext.Current.CancellationToken);
        result.Headline["average-precision"].Value.Should().BeGreaterThan(0.8);
        result.Headline["average-precision"].Interval!.Lower.Should().BeLessThanOrEqualTo(result.Headline["average-precision"].Value!.Value);
        result.Headline["brier"].Value.Should().BeNull("the rules give no probability");
        result.Headline["recall-at-fpr-1e-2"].Value.Should().NotBeNull();
        result.Headline["recall-at-fpr-1e-3"].Value.Should().BeNull("a hundred negatives resolve no rate of one in a thousand");
        result.Latency.Should().NotBeEmpty();
        result.Assessor.Should().Be("rules only");
        result.Rules.Should().NotBeEmpty();
        result.Tactics.Should().HaveCount(Taxonomy.Tactics.Length);
        result.Tactics.Should().OnlyContain(t => t.LabelledAndFound <= t.Labelled);
        result.Fairness.Select(f => f.Dimension).Should().Equal("youngest-age");
        result.Fairness[0].FalsePositiveRateInterval.Should().NotBeNull();
        result.OperatingPoints.Select(p => p.Name).Should().Equal("fpr-1e-2", "chosen");
        result.Others.Select(o => (o.Name, o.Kind)).Should().Equal(
            ("length-matched", FigureKind.Matched), ("participant-matched", FigureKind.Matched), ("length only", FigureKind.Baseline));
        result.Warnings.Select(w => w.Id).Should().Contain("synthetic").And.Contain("few-negatives");
    }

    [Fact]
    public void A_part_that_beats_the_whole_is_a_warning_that_names_both()
    {
        FixedScorer blind = new(_ => 0);
        var parts = new Dictionary<string, IConversationScorer>(StringComparer.Ordinal) { ["rules only"] = Rules };
        EvaluationResult result = Evaluator.Score(Data, "blind", blind, Quick, parts, cancellationToken: TestContext.Current.CancellationToken);
        result.Warnings.Should().ContainSingle(w => w.Id == "simpler-is-better").Which.Detail.Should().Contain("\"rules only\"").And.Contain("\"blind\"");

        Evaluator.Score(Data, "rules only", Rules, Quick, cancellationToken: TestContext.Current.CancellationToken).Warnings.Should().NotContain(w => w.Id == "simpler-is-better");
    }

    [Fact]
    public void Cases_of_whom_none_reaches_review_are_a_warning()
    {
        LabelledConversation[] mislabelled = [.. Data.Select(c => c with { Label = c.Label is not true })];
        LabelledConversation[] quiet = [.. mislabelled.Where(c => Rules.Assess(c.Conversation).Severity < Severity.Review)];
        Evaluator.Score(quiet, "rules only", Rules, Quick, cancellationToken: TestContext.Current.CancellationToken).Warnings
            .Should().ContainSingle(w => w.Id == "no-case-reaches-review").Which.Detail.Should().Contain("None of");
        Evaluator.Score(Data, "rules only", Rules, Quick, cancellationToken: TestContext.Current.CancellationToken).Warnings
            .Should().NotContain(w => w.Id == "no-case-reaches-review");
    }

    [Fact]
    public void Probabilities_for_another_prevalence_than_the_datas_are_a_warning()
    {
        DataWarning[] Of(double probability) =>
        [
            .. Evaluator.Score(Data, "constant", new ConstantScorer(probability), Quick, cancellationToken: TestContext.Current.CancellationToken).Warnings
                .Where(w => w.Id == "another-prevalence"),
        ];
        double cases = Data.Count(c => c.Label is true) / (double)Data.Count(c => c.Label is not null);

        Of(0.0001).Should().ContainSingle().Which.Detail.Should().Contain("another prevalence");
        Of(cases / 4).Should().ContainSingle();
        Of(cases / 2).Should().BeEmpty();
    }

    private sealed class ConstantScorer(double probability) : IConversationScorer
    {
        public ConversationScore Score(Conversation conversation) => new(conversation.Messages.Count, probability);

        public IReadOnlyList<double>? Trace(Conversation conversation) => null;
    }

    [Fact]
    public void The_stream_alerts_when_the_analyzer_first_reaches_the_threshold()
    {
        RiskAnalyzer analyzer = RiskAnalyzer.CreateDefault();
        EvaluationResult result = Evaluator.Score(Data, "rules only", Rules, Quick, cancellationToken: TestContext.Current.CancellationToken);
        ScoredConversation alerted = result.Conversations.First(c => c.AlertedAt > 1);
        var conversation = Data.First(c => c.Conversation.Id == alerted.Id).Conversation;
        double threshold = result.Headline.Thresholds[alerted.Fold]!.Value;
        analyzer.Analyze(conversation with { Messages = [.. conversation.Messages.Take(alerted.AlertedAt!.Value)] }).RawScore.Should().BeGreaterThanOrEqualTo((decimal)threshold);
        analyzer.Analyze(conversation with { Messages = [.. conversation.Messages.Take(alerted.AlertedAt!.Value - 1)] }).RawScore.Should().BeLessThan((decimal)threshold);
    }

    [Fact]
    public void The_score_of_a_whole_conversation_is_the_last_of_its_trace() =>
        Data.Where(c => Rules.Score(c.Conversation).Score != Rules.Trace(c.Conversation)[^1]).Should().BeEmpty();

    [Fact]
    public void Scores_differ_where_risk_is_rounded_to_one()
    {
        // A baseline so high that the risk of every conversation is 1 in double precision.
        RiskPolicy policy = RiskPolicy.Default;
        RiskAnalyzer analyzer = new RiskAnalyzerBuilder().UsePolicy(policy with { Scoring = policy.Scoring with { Baseline = 60_000_000 } }).Build();
        AnalyzerScorer scorer = new(analyzer);
        Data.Select(c => analyzer.Analyze(c.Conversation).Risk).Should().OnlyContain(r => r == 1);
        Data.Select(c => scorer.Score(c.Conversation).Score).Distinct().Should().HaveCountGreaterThan(20);
        Data.Where(c => scorer.Score(c.Conversation).Score != scorer.Trace(c.Conversation)[^1]).Should().BeEmpty();
    }

    [Fact]
    public void Severities_are_those_of_the_analyzer()
    {
        RiskAnalyzer analyzer = RiskAnalyzer.CreateDefault();
        EvaluationResult result = Evaluator.Score(Data, "rules only", Rules, Quick, cancellationToken: TestContext.Current.CancellationToken);
        result.Severities.Select(s => s.Severity).Should().Equal(Severity.Low, Severity.Review, Severity.Urgent);
        foreach (SeverityFigure figure in result.Severities)
        {
            int Reached(bool label) => Data.Count(c => c.Label == label && analyzer.Analyze(c.Conversation).Severity >= figure.Severity);
            figure.Counts.Should().Be(new Confusion(Reached(true), Reached(false), 100 - Reached(false), 100 - Reached(true)));
            figure.RecallInterval!.Lower.Should().BeLessThan(figure.Counts.Recall!.Value);
            figure.FalsePositiveRateInterval!.Upper.Should().BeGreaterThan(figure.Counts.FalsePositiveRate!.Value);
            double rate = figure.Counts.FalsePositives == 0 ? figure.FalsePositiveRateInterval.Upper : figure.Counts.FalsePositiveRate.Value;
            figure.AlertsPerMillion.Should().BeApproximately(1e6 * ((1e-4 * figure.Counts.Recall.Value) + (0.9999 * rate)), 1e-6);
        }
    }

    [Fact]
    public void What_gives_no_severity_of_its_own_has_no_row_of_another()
    {
        EvaluationResult result = Evaluator.CrossValidate(
            Data, new WordTrainer(), Quick, new Dictionary<string, IConversationTrainer> { ["rules only"] = new UntrainedScorer("rules only", Rules) }, cancellationToken: TestContext.Current.CancellationToken);
        result.Severities.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_class_gives_the_rate_of_that_class_with_its_interval(bool label)
    {
        EvaluationResult result = Evaluator.Score([.. Data.Where(c => c.Label == label)], "rules only", Rules, Quick, cancellationToken: TestContext.Current.CancellationToken);
        SeverityFigure review = result.Severities.Single(s => s.Severity == Severity.Review);
        (review.Counts.Recall is not null, review.RecallInterval is not null).Should().Be((label, label));
        (review.Counts.FalsePositiveRate is not null, review.FalsePositiveRateInterval is not null).Should().Be((!label, !label));
        review.AlertsPerMillion.Should().BeNull("it needs both classes");
    }

    [Fact]
    public void A_share_of_none_or_all_has_an_interval_with_a_width()
    {
        Dictionary<string, bool> labels = Data.ToDictionary(c => c.Conversation.Id!, c => c.Label is true);
        EvaluationResult result = Evaluator.Score(Data, "all right", new FixedScorer(c => labels[c.Id!] ? 1 : 0), Quick, cancellationToken: TestContext.Current.CancellationToken);
        result.Headline["recall"].Value.Should().Be(1);
        foreach (string metric in new[] { "recall", "precision", "recall-at-fpr-1e-2" })
        {
            result.Headline[metric].Interval!.Lower.Should().BeApproximately(Math.Pow(0.025, 0.01), 1e-12);
            result.Headline[metric].Interval!.Upper.Should().Be(1);
        }

        result.Headline["false-positive-rate"].Interval!.Should().Be(new Interval(0, 1 - Math.Pow(0.025, 0.01)));
    }

    [Fact]
    public void Ablations_stand_beside_it_on_the_same_folds()
    {
        WordTrainer trainer = new();
        EvaluationResult result = Evaluator.CrossValidate(
            Data, new WordTrainer(), Quick,
            new Dictionary<string, IConversationTrainer> { ["words again"] = trainer, ["rules only"] = new UntrainedScorer("rules only", Rules) },
            cancellationToken: TestContext.Current.CancellationToken);
        result.Others.Where(o => o.Kind == FigureKind.Ablation).Select(o => o.Name).Should().Equal("rules only", "words again");
        result.Others[1].Estimates.Should().Equal(result.Headline.Estimates);
        result.Assessor.Should().Be("rules only");
        result.Reliability.Should().NotBeEmpty();
    }

    [Fact]
    public void One_class_leaves_what_compares_classes_undefined()
    {
        EvaluationResult result = Evaluator.Score([.. Data.Where(c => c.Label is false)], "rules only", Rules, Quick, cancellationToken: TestContext.Current.CancellationToken);
        result.Headline.Estimates.Should().OnlyContain(e => e.Value == null && e.Interval == null);
        result.Warnings.Select(w => w.Id).Should().Contain("one-class");
        result.OperatingPoints.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Hardly_any_data_is_measured_without_a_word_of_complaint(int count)
    {
        EvaluationResult result = Evaluator.Score([.. Data.Take(count)], "rules only", Rules, Quick, cancellationToken: TestContext.Current.CancellationToken);
        result.Conversations.Should().HaveCount(count);
        (result.Split is null).Should().Be(count < 2);
        result.ToJson().Should().NotBeEmpty();
    }

    [Fact]
    public void What_has_no_label_is_scored_and_counts_in_no_figure()
    {
        List<LabelledConversation> data = [.. Data, .. Made.Composed(6, 10).Select((c, i) => c with { Label = null, Conversation = c.Conversation with { Id = $"u{i}" } })];
        WordTrainer trainer = new();
        EvaluationResult result = Evaluator.CrossValidate(data, trainer, Quick, cancellationToken: TestContext.Current.CancellationToken);
        (result.Headline.Positives, result.Headline.Negatives, result.Conversations.Length).Should().Be((100, 100, 210));
        trainer.Shown.SelectMany(s => s).Should().NotContain(id => id.StartsWith('u'));
    }

    [Fact]
    public void Too_little_to_learn_from_is_refused() =>
        FluentActions.Invoking(() => Evaluator.CrossValidate(Made.Composed(1, 20), new WordTrainer(), Quick)).Should().Throw<ArgumentException>().WithMessage("*at least 13*");

    [Fact]
    public void Groups_that_leave_a_training_part_with_too_little_are_refused()
    {
        // Thirty positives are enough for five folds, but all but one fold's are the work of one person.
        List<LabelledConversation> data = [.. Enumerable.Range(0, 60).Select(i => Made.From($"c{i}", i < 30, i < 20 ? $"one{i / 20}" : i < 30 ? "other" : $"p{i}", Made.Text(i)))];
        FluentActions.Invoking(() => Evaluator.CrossValidate(data, new WordTrainer(), Quick with { Folds = 2, Split = new SplitOptions { Participants = ParticipantScope.Global } }))
            .Should().NotThrow();
        List<LabelledConversation> worse = [.. data.Select((c, i) => i is >= 20 and < 28 ? Made.From($"c{i}", true, "one0", Made.Text(i)) : c)];
        FluentActions.Invoking(() => Evaluator.CrossValidate([.. worse.Where((_, i) => i >= 8)], new WordTrainer(), Quick with { Folds = 2, Split = new SplitOptions { Participants = ParticipantScope.Global } }))
            .Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_score_that_is_no_number_is_refused_by_name() =>
        FluentActions.Invoking(() => Evaluator.Score(Data, "odd", new FixedScorer(_ => double.NaN), Quick))
            .Should().Throw<InvalidOperationException>().WithMessage("The scorer 'odd' gives conversation 's*");

    [Fact]
    public void Progress_goes_from_nothing_to_all_and_never_back()
    {
        Steps steps = new();
        Evaluator.CrossValidate(Data, new WordTrainer(), Quick, progress: steps, cancellationToken: TestContext.Current.CancellationToken);
        steps.Done.Should().BeInAscendingOrder();
        steps.Done[0].Should().Be(0);
        steps.Done[^1].Should().Be(1);
        steps.Stages.Should().Contain("words: fold 2 of 5: counting words");
    }

    private sealed class FixedScorer(Func<Conversation, double> score) : IConversationScorer
    {
        public ConversationScore Score(Conversation conversation) => new(score(conversation), null);

        public IReadOnlyList<double>? Trace(Conversation conversation) => null;
    }

    private sealed class Steps : IProgress<StageProgress>
    {
        public List<double> Done { get; } = [];

        public List<string> Stages { get; } = [];

        public void Report(StageProgress value)
        {
            Done.Add(value.Done);
            Stages.Add(value.Stage);
        }
    }
}
