using System.Text;
using GroomingSignals.Data;
using GroomingSignals.Data.Scores;
using GroomingSignals.Evaluation.Output;
using GroomingSignals.Evaluation.Results;
using NJsonSchema;

namespace GroomingSignals.Evaluation.Tests.Output;

public sealed class EvaluationOutputTests
{
    private static readonly EvaluationOptions Quick = new() { Resamples = 20, Threads = 2, Command = "grooming-signals evaluate --data x.jsonl --rules-only" };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    public async Task The_JSON_is_what_its_schema_says(int count)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(
            await File.ReadAllTextAsync(RepositoryFile.Path("data-schemas/evaluation.schema.json"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        schema.Validate(Rules(count).ToJson()).Should().BeEmpty();
        EvaluationResult trained = Evaluator.CrossValidate(Made.Composed(3, 60), new WordTrainer(), Quick, cancellationToken: TestContext.Current.CancellationToken);
        schema.Validate(trained.ToJson(indented: false)).Should().BeEmpty();
    }

    [Fact]
    public void Scores_read_back_exactly()
    {
        EvaluationResult result = Evaluator.CrossValidate(Made.Composed(3, 60), new WordTrainer(), Quick, cancellationToken: TestContext.Current.CancellationToken);
        using MemoryStream stream = new();
        ScoresCsv.Write(stream, result);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        text.Should().StartWith("id,fold,label,score,probability\n").And.NotContain("\r");
        stream.Position = 0;
        ScoreReader.Read(stream, "scores.csv").Select(r => r.Value).Should().Equal(
            result.Conversations.Select(c => new ScoreRow(c.Id, c.Fold, c.Label, c.Score, c.Probability)));
    }

    [Fact]
    public void An_id_with_commas_and_quotes_and_what_is_not_known_survive()
    {
        LabelledConversation[] data = [Made.Conversation("a,\"b\"", true, "hi"), Made.Conversation("c", null, "hi there you"), Made.Conversation(" d", false, "see you")];
        EvaluationResult result = Evaluator.Score(data, "rules", new AnalyzerScorer(RiskAnalyzer.CreateDefault()), Quick, cancellationToken: TestContext.Current.CancellationToken);
        using MemoryStream stream = new();
        ScoresCsv.Write(stream, result);
        stream.Position = 0;
        var rows = ScoreReader.Read(stream, "scores.csv").Select(r => r.Value!).ToList();
        rows.Select(r => r.Id).Should().Equal("a,\"b\"", "c", " d");
        rows.Select(r => r.Label).Should().Equal(true, null, false);
        rows.Should().OnlyContain(r => r.Probability == null);
        rows.Should().OnlyContain(r => r.Fold == null, "nothing was trained on folds");
    }

    [Fact]
    public void No_output_holds_message_text()
    {
        const string canary = "canarywordthatnobodywrites";
        LabelledConversation[] data =
            [.. Made.Composed(3, 60).Select(c => c with { Conversation = c.Conversation with { Messages = [.. c.Conversation.Messages.Select(m => m with { Text = m.Text + " " + canary })] } })];
        EvaluationResult result = Evaluator.Score(data, "rules", new AnalyzerScorer(RiskAnalyzer.CreateDefault()), Quick, cancellationToken: TestContext.Current.CancellationToken);
        using MemoryStream stream = new();
        ScoresCsv.Write(stream, result);
        result.ToJson().Should().NotContain(canary);
        Encoding.UTF8.GetString(stream.ToArray()).Should().NotContain(canary);
    }

    [Fact]
    public void Lone_surrogates_in_ids_become_something_that_every_parser_reads()
    {
        EvaluationResult result = Evaluator.Score(
            [Made.Conversation("a\ud800", true, "hi"), Made.From("b", false, "p\udfff", "x")], "rules \ud800", new AnalyzerScorer(RiskAnalyzer.CreateDefault()), Quick, cancellationToken: TestContext.Current.CancellationToken);
        FluentActions.Invoking(() => System.Text.Json.JsonDocument.Parse(result.ToJson())).Should().NotThrow();
    }

    private static EvaluationResult Rules(int count) =>
        Evaluator.Score(Made.Composed(3, count), "rules only", new AnalyzerScorer(RiskAnalyzer.CreateDefault()), Quick, cancellationToken: TestContext.Current.CancellationToken);
}
