using System.Text.Json;

namespace GroomingSignals.Cli.Tests.EndToEnd;

[Collection(TrainedModelGroup.Name)]
public sealed class EvaluateTests(TrainedModel trained) : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Cross_validation_prints_figures_with_intervals_and_writes_scores_json_and_report()
    {
        string scores = _tool.Path("scores.csv");
        Tool.Result result = _tool.Run(
            "evaluate", "--data", trained.Data, "--cv", "2", "--scores", scores, "--json", _tool.Path("e.json"), "--report", _tool.Path("r.html"), "--prevalence", "0.002");

        result.Code.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.Output.Should().Contain("══ data").And.Contain("warning synthetic").And.MatchRegex(@"Average precision +[01]\.\d{3} +[01]\.\d{3} – [01]\.\d{3}")
            .And.Contain("if 0.002 of all conversations are grooming").And.Contain("length only").And.Contain("The data is synthetic");
        string[] rows = File.ReadAllLines(scores);
        rows[0].Should().Be("id,fold,label,score,probability");
        rows.Skip(1).Select(r => r.Split(',')[0]).Should().Equal(File.ReadAllLines(trained.Data).Select(Id), "in the order of the data");
        rows.Skip(1).Should().OnlyContain(r => System.Text.RegularExpressions.Regex.IsMatch(r, @"^s\d+,[01],[01],-?[\d.E-]+,[\d.E-]+$"));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(_tool.Path("e.json")));
        json.RootElement.GetProperty("headline").ValueKind.Should().Be(JsonValueKind.Object);
        File.ReadAllText(_tool.Path("r.html")).Should().Contain("</html>").And.Contain("synthetic");
    }

    [Fact]
    public void The_scores_do_not_depend_on_the_number_of_threads()
    {
        string Scores(string threads)
        {
            _tool.Run("evaluate", "--data", trained.Data, "--model", trained.Model, "--threads", threads, "--scores", _tool.Path("s.csv")).Code.Should().Be(0);
            return File.ReadAllText(_tool.Path("s.csv"));
        }

        Scores("1").Should().Be(Scores("3"));
    }

    [Fact]
    public void A_model_has_probabilities_at_the_prevalence_it_was_calibrated_for_and_rules_have_none()
    {
        _tool.Run("evaluate", "--data", trained.Data, "--model", trained.Model, "--scores", _tool.Path("m.csv")).Code.Should().Be(0);
        _tool.Run("evaluate", "--data", trained.Data, "--rules-only", "--scores", _tool.Path("r.csv")).Code.Should().Be(0);

        File.ReadAllLines(_tool.Path("m.csv")).Skip(1).Should().OnlyContain(r => !r.EndsWith(','));
        File.ReadAllLines(_tool.Path("r.csv")).Skip(1).Should().OnlyContain(r => r.EndsWith(','));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("")]
    public void One_class_is_measured_as_far_as_it_can_be_and_the_rest_is_undefined(string label)
    {
        string data = _tool.File("one.csv", ["text,label", .. Enumerable.Range(0, 12).Select(i => $"see you at practice {i},{label}")]);
        foreach (string[] what in new[] { ["--rules-only"], new[] { "--model", trained.Model } })
        {
            Tool.Result result = _tool.Run(["evaluate", "--data", data, "--json", _tool.Path("e.json"), .. what]);
            result.Error.Should().BeEmpty();
            result.Code.Should().Be(0);
            result.Output.Should().MatchRegex("ROC-AUC +undefined").And.MatchRegex(@"\n not +" + (label == "0" ? "12" : "0")).And.Contain(label.Length == 0 ? "warning no-labels" : "warning one-class");
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(_tool.Path("e.json")));
            json.RootElement.GetProperty("headline").ToString().Should().Contain("null");
        }
    }

    [Theory]
    [InlineData("All 12 labels say not grooming: at least 13 conversations of each class are needed.", 12, 0)]
    [InlineData("4 conversations are labelled as grooming; at least 13 are needed for 5 folds.", 20, 4)]
    public void Cross_validation_refuses_what_cannot_be_trained(string reason, int negatives, int positives)
    {
        string data = _tool.File("few.csv",
            ["text,label", .. Enumerable.Range(0, negatives).Select(i => $"see you at practice {i},0"), .. Enumerable.Range(0, positives).Select(i => $"keep it a secret {i},1")]);
        Tool.Result result = _tool.Run("evaluate", "--data", data, "--cv", "5", "--scores", _tool.Path("s.csv"));

        result.Code.Should().Be(2);
        result.Error.Should().Be($"grooming-signals: cannot train: {reason}\n");
        File.Exists(_tool.Path("s.csv")).Should().BeFalse();
    }

    [Fact]
    public void Harmless_conversations_alone_give_the_rate_of_false_alarms_at_each_severity()
    {
        string data = _tool.File("benign.csv", ["text,label", .. Enumerable.Range(0, 40).Select(i => $"see you at practice {i},0")]);
        _tool.Run("evaluate", "--data", data, "--rules-only").Output.Should().MatchRegex(@"review +0 % \(0–8\.8 %\) +undefined +undefined");
    }

    [Fact]
    public void A_model_beside_another_pack_says_why_there_is_no_probability()
    {
        Tool.Result result = _tool.Run("evaluate", "--data", trained.Data, "--model", trained.Model, "--rules", _tool.SmallPack);
        result.Code.Should().Be(0);
        result.Output.Should().Contain("warning classifier-pack-differs").And.MatchRegex("Brier score +undefined");
        _tool.Run("evaluate", "--data", trained.Data, "--model", trained.Model).Output.Should().NotContain("classifier-pack-differs").And.Contain("trained-on-this-data");
        string part = _tool.File("part.jsonl", [.. File.ReadAllLines(trained.Data).Skip(10)]);
        _tool.Run("evaluate", "--data", part, "--model", trained.Model).Output.Should().NotContain("trained-on-this-data");
    }

    [Fact]
    public void Groups_that_the_data_names_are_shown()
    {
        string data = _tool.File("groups.csv", ["text,label,language", .. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? $"see you at practice {i},0,{(i % 3 == 0 ? "en" : "fr")}" : $"keep it our secret {i} and send me a photo,1,{(i % 3 == 0 ? "en" : "fr")}")]);
        _tool.Run("evaluate", "--data", data, "--rules-only").Output.Should().Contain("══ groups").And.MatchRegex(@"\n +en +10 +10 +[01]\.\d{3} ").And.MatchRegex(@"\n +fr +20 +20 ");
    }

    [Fact]
    public void No_conversations_are_refused() =>
        _tool.Run("evaluate", "--data", _tool.File("none.jsonl"), "--rules-only").Error.Should().Be("grooming-signals: there are no conversations to evaluate\n");

    [Fact]
    public void Ablations_stand_beside_the_whole_on_the_same_folds()
    {
        Tool.Result result = _tool.Run("evaluate", "--data", trained.Data, "--cv", "2", "--ablations");
        result.Output.Should().Contain("full model").And.Contain("rules only").And.Contain("text only").And.Contain("features only");
    }

    [Fact]
    public void Errors_of_the_data_outrank_and_the_rest_is_measured()
    {
        string data = _tool.File("a.jsonl", [.. File.ReadAllLines(trained.Data), "{}"]);
        Tool.Result result = _tool.Run("evaluate", "--data", data, "--rules-only");
        result.Code.Should().Be(2);
        result.Error.Should().Be("a.jsonl:61: messages is missing\n");
        result.Output.Should().Contain("══ evaluation").And.Contain("1 error");
    }

    private static string Id(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("id").GetString()!;
    }
}
