using System.Text.Json;

namespace GroomingSignals.Cli.Tests.EndToEnd;

[Collection(TrainedModelGroup.Name)]
public sealed class TuneTests(TrainedModel trained) : IDisposable
{
    private static readonly string[] Stated = ["--volume", "200000", "--prevalence", "0.001", "--reviewers", "6", "--minutes-per-case", "4"];

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_policy_that_it_writes_gives_the_queue_that_it_planned()
    {
        string data = Sample("b");
        string policy = _tool.Path("policy.yaml");
        Tool.Result result = _tool.Run(["tune", "--data", data, "--rules", _tool.Path("a.yaml"), .. Stated, "--format", "json", "--out", policy]);
        result.Code.Should().Be(0, result.Error);
        await Schemas.ShouldHoldAsync(_tool, "operating-points", result.Output);
        using JsonDocument plan = JsonDocument.Parse(result.Output);
        JsonElement proposal = plan.RootElement.GetProperty("proposal");
        proposal.GetProperty("thresholds").EnumerateArray().Should().Contain(t => t.GetProperty("decision").GetString() == "set");
        Queue(data, policy, "--rules", _tool.Path("a.yaml")).Should().Be((
            proposal.GetProperty("review").GetProperty("conversations").GetInt32(), proposal.GetProperty("urgent").GetProperty("conversations").GetInt32()));
        string text = File.ReadAllText(policy);
        text.Should().Contain("# Stated: 200000 conversations a day").And.Contain("synthetic").And.Contain("id: tuned");
    }

    [Fact]
    public void With_a_model_the_fused_scale_is_tuned_and_the_queue_is_the_planned_one()
    {
        string data = _tool.Path("more.jsonl");
        _tool.Run("synthesize", "--count", "300", "--seed", "8", "--out", data);
        string policy = _tool.Path("policy.yaml");
        Tool.Result result = _tool.Run(["tune", "--data", data, "--model", trained.Model, .. Stated, "--format", "json", "--out", policy]);
        result.Code.Should().Be(0, result.Error);
        using JsonDocument plan = JsonDocument.Parse(result.Output);
        plan.RootElement.GetProperty("scale").GetString().Should().Be("fused");
        JsonElement proposal = plan.RootElement.GetProperty("proposal");
        Queue(data, policy, "--model", trained.Model).Should().Be((
            proposal.GetProperty("review").GetProperty("conversations").GetInt32(), proposal.GetProperty("urgent").GetProperty("conversations").GetInt32()));
        File.ReadAllText(policy).Should().Contain("fused: {");
    }

    [Fact]
    public void What_only_the_classifier_speaks_of_is_planned_as_it_is_analysed()
    {
        string data = Sample("b");
        string policy = _tool.Path("policy.yaml");
        string[] scorer = ["--rules", _tool.Path("a.yaml"), "--model", trained.Model];
        Tool.Result result = _tool.Run(["tune", "--data", data, .. scorer, .. Stated, "--format", "json", "--out", policy]);
        result.Code.Should().Be(0, result.Error);
        using JsonDocument plan = JsonDocument.Parse(result.Output);
        JsonElement review = plan.RootElement.GetProperty("proposal").GetProperty("review");
        _tool.Run(["analyze", data, "--policy", policy, .. scorer, "--format", "ndjson", "--min-severity", "review"]).Output.Split('\n').Should().Contain(l => l.Contains("\"evidence\":[]", StringComparison.Ordinal));
        Queue(data, policy, scorer).Review.Should().Be(review.GetProperty("conversations").GetInt32());
    }

    [Fact]
    public void The_table_shows_queues_costs_reasons_and_other_prevalences_and_no_text()
    {
        string data = Sample("b");
        Tool.Result result = _tool.Run(["tune", "--data", data, "--rules", _tool.Path("a.yaml"), .. Stated, "--sensitivity"]);
        result.Code.Should().Be(0, result.Error);
        result.Output.Should().Contain("what recall costs").And.Contain("held out").And.Contain("proposed thresholds").And.Contain("if the prevalence is another").And.Contain("0.01 ")
            .And.Contain("│").And.Contain("synthetic");
        foreach (string line in File.ReadLines(data).Take(20))
        {
            using JsonDocument conversation = JsonDocument.Parse(line);
            foreach (string text in conversation.RootElement.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("text").GetString()!).Where(t => t.Length > 12))
            {
                result.Output.Should().NotContain(text);
            }
        }
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes_on_any_number_of_threads()
    {
        string data = Sample("b");
        string Run(string threads) => _tool.Run(["tune", "--data", data, .. Stated, "--format", "json", "--threads", threads]).Output;
        Run("1").Should().Be(Run("3"));
    }

    [Fact]
    public void Data_of_one_class_is_refused_with_what_to_do()
    {
        string[] cases = [.. new[] { Lines.Secret, Lines.Quiet }.Select(l => "{\"label\":1," + l[1..])];
        Tool.Result result = _tool.Run(["tune", "--data", _tool.File("a.jsonl", cases), .. Stated]);
        result.Code.Should().Be(2);
        result.Error.Should().Contain("only one of the two (2 cases, 0 negatives)").And.Contain("'report'");
    }

    [Fact]
    public void Data_that_cannot_be_read_or_has_no_label_is_refused_in_one_true_line()
    {
        _tool.Run(["tune", "--data", _tool.Path("nosuch"), .. Stated]).Should().Match<Tool.Result>(r => r.Code == 2 && r.Error.EndsWith("nosuch: file not found\n", StringComparison.Ordinal) && r.Error.Split('\n').Length == 2);
        Tool.Result none = _tool.Run(["tune", "--data", _tool.File("none.jsonl", Lines.Secret, Lines.Quiet), .. Stated]);
        none.Error.Should().Contain("none of 2 conversations has a label").And.NotContain("only one");
    }

    [Fact]
    public void Where_nothing_fits_the_reason_is_told_and_the_policy_says_that_nothing_was_chosen()
    {
        string policy = _tool.Path("policy.yaml");
        string[] crowded = ["--volume", "2000000", "--prevalence", "0.5", "--reviewers", "1", "--minutes-per-case", "20", "--sensitivity"];
        Tool.Result result = _tool.Run(["tune", "--data", Sample("b"), "--rules", _tool.Path("a.yaml"), .. crowded, "--out", policy]);
        result.Code.Should().Be(0, result.Error);
        string output = string.Join(' ', result.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        output.Should().Contain("nothing-chosen").And.NotContain("More labelled conversations").And.Contain("1 reviewer for 6 hours").And.Contain("more cases than conversations").And.Contain("one labelled case stands for 2,500 a day");
        File.ReadAllText(policy).Should().Contain("description: \"tune chose no threshold").And.NotContain("Thresholds that tune proposed");
    }

    [Theory]
    [InlineData("--prevalence", "1", "--prevalence must be between 0 and 1.")]
    [InlineData("--reviewers", "0", "--reviewers must be above 0.")]
    [InlineData("--hours-per-day", "25", "--hours-per-day must be above 0 and at most 24.")]
    public void A_number_out_of_range_is_a_usage_error(string option, string value, string message)
    {
        string[] stated = [.. Stated.Where((_, i) => Stated[i - (i % 2)] != option)];
        Tool.Result result = _tool.Run(["tune", "--data", "x.jsonl", .. stated, option, value]);
        result.Code.Should().Be(2);
        result.Error.Should().Contain(message);
    }

    [Fact]
    public void What_must_be_stated_is_asked_for()
    {
        Tool.Result result = _tool.Run("tune", "--data", "x.jsonl");
        result.Code.Should().Be(2);
        result.Error.Should().Contain("--volume").And.Contain("--prevalence").And.Contain("--reviewers").And.Contain("--minutes-per-case");
        _tool.Run("tune", "--help").Output.Should().Contain("Examples:").And.Contain("--sensitivity");
    }

    [Fact]
    public void A_policy_is_never_written_over_an_input()
    {
        string data = Sample("b");
        _tool.Run(["tune", "--data", data, .. Stated, "--out", data]).Error.Should().Contain("is an input too");
    }

    [Fact]
    public void The_file_that_was_written_is_named_and_so_is_that_it_took_the_place_of_another()
    {
        string data = Sample("b");
        string policy = _tool.Path("named.yaml");
        string[] run = ["tune", "--data", data, "--rules", _tool.Path("a.yaml"), .. Stated, "--out", policy];
        _tool.Run(run).Error.Should().Contain("named.yaml: holds the policy tuned 1.0.0").And.NotContain("replaced");
        _tool.Run(run).Error.Should().Contain("named.yaml: holds the policy tuned 1.0.0; the file that was there was replaced");
    }

    [Fact]
    public void A_policy_for_a_classifier_only_is_warned_of_where_there_is_none()
    {
        string policy = _tool.File("fused.yaml", "schema: policy/1", "policy: { id: own, version: 1.0.0 }", "tracks: { adult-to-minor: { thresholds: { fused: { review: 0.9 } } } }");
        Tool.Result tuned = _tool.Run(["tune", "--data", Sample("b"), "--policy", policy, .. Stated, "--format", "json"]);
        tuned.Output.Should().Contain("\"fused-unused\"");
        tuned.Error.Should().NotContain("fused", "the plan says it");
        _tool.Run("analyze", _tool.Path("data.jsonl"), "--policy", policy, "--format", "ndjson").Error.Should().Contain("on the fused scale only (adult-to-minor)");
        _tool.Run("analyze", _tool.Path("data.jsonl"), "--policy", policy, "--model", trained.Model, "--format", "ndjson").Error.Should().NotContain("fused");
    }

    private (int Review, int Urgent) Queue(string data, string policy, params string[] more)
    {
        Tool.Result result = _tool.Run(["analyze", data, "--policy", policy, "--format", "ndjson", .. more]);
        result.Code.Should().Be(0, result.Error);
        string[] severities = [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("severity").GetString()!)];
        return (severities.Count(s => s is "review" or "urgent"), severities.Count(s => s is "urgent"));
    }

    /// <summary>Conversations of one half, and a pack that knows the phrases of the other.</summary>
    private string Sample(string half)
    {
        _tool.Run("synthesize", "--count", "20", "--seed", "7", "--half", "a", "--out", _tool.Path("a.jsonl"), "--pack", _tool.Path("a.yaml"));
        string data = _tool.Path("data.jsonl");
        _tool.Run("synthesize", "--count", "800", "--seed", "7", "--half", half, "--out", data).Code.Should().Be(0);
        return data;
    }
}
