using System.Text.Json;

namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class PolicyDiffTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_lower_threshold_is_shown_by_who_enters_by_which_rule_and_with_an_interval()
    {
        string data = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret);
        Tool.Result result = _tool.Run("rules", "diff", "built-in", Lowered(), "--data", data, "--rules", _tool.SmallPack, "--format", "json");
        result.Code.Should().Be(1, result.Error);
        await Schemas.ShouldHoldAsync(_tool, "rules-diff", result.Output);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement review = json.RootElement.GetProperty("queues")[0];
        review.GetProperty("queue").GetString().Should().Be("review");
        (review.GetProperty("before").GetInt32(), review.GetProperty("after").GetInt32()).Should().Be((0, 1));
        review.GetProperty("entered").EnumerateArray().Single().GetString().Should().Be("secret");
        review.GetProperty("left").GetArrayLength().Should().Be(0);
        review.GetProperty("rules")[0].GetProperty("rule").GetString().Should().Be("GS-SEC-001");
        review.GetProperty("decisions")[0].GetProperty("decidedBy").GetString().Should().Be("tactic");
        JsonElement change = review.GetProperty("changeOfShare");
        change.GetProperty("value").GetDouble().Should().Be(0.5);
        change.GetProperty("lower").GetDouble().Should().BeLessThan(change.GetProperty("value").GetDouble());
        change.GetProperty("upper").GetDouble().Should().BeGreaterThan(change.GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task The_thresholds_that_differ_are_shown_and_what_decided_where_no_ledger_line_does()
    {
        string data = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret);
        string one = _tool.File("one.yaml", "schema: policy/1", "policy: { id: one, version: 1.0.0 }", "tactics:", "  secrecy: { review: 0.9 }", "scoring: { minimumEvidence: 1 }");
        string two = _tool.File("two.yaml", "schema: policy/1", "policy: { id: two, version: 1.0.0 }", "tactics:", "  secrecy: { review: 0.3 }", "scoring: { minimumEvidence: 1 }",
            "tracks: { adult-to-minor: { thresholds: { rules: { urgent: 0.9375 } } } }");
        Tool.Result result = _tool.Run("rules", "diff", one, two, "--data", data, "--rules", _tool.SmallPack);
        result.Code.Should().Be(1);
        result.Output.Should().MatchRegex("THRESHOLD +SEVERITY +OLD +NEW").And.MatchRegex("secrecy +review +0.90 +0.30").And.MatchRegex("adult-to-minor +urgent +0.85 +0.9375")
            .And.MatchRegex(@"old  \S.* and a threshold of ").And.MatchRegex(@"new  tactic \(secrecy\): 0\.\d+ and a threshold of 0\.30");
        Tool.Result json = _tool.Run("rules", "diff", one, two, "--data", data, "--rules", _tool.SmallPack, "--format", "json");
        await Schemas.ShouldHoldAsync(_tool, "rules-diff", json.Output);
        using JsonDocument document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("thresholds").EnumerateArray().Select(t => $"{t.GetProperty("name").GetString()} {t.GetProperty("severity").GetString()} {t.GetProperty("old").GetDouble()} {t.GetProperty("new").GetDouble()}")
            .Should().Equal("adult-to-minor urgent 0.85 0.9375", "secrecy review 0.9 0.3");
    }

    [Fact]
    public void The_other_way_round_the_same_conversation_leaves()
    {
        string data = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret);
        Tool.Result result = _tool.Run("rules", "diff", Lowered(), "built-in", "--data", data, "--rules", _tool.SmallPack, "--summary");
        result.Code.Should().Be(1);
        result.Output.Should().Contain("0 enter, 1 leave").And.MatchRegex(@"leave +secret").And.MatchRegex(@"GS-SEC-001 +0 +1").And.NotContain("a.jsonl:2");
    }

    [Fact]
    public void A_pack_and_a_policy_are_joined_with_a_plus()
    {
        string data = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret);
        _tool.Run("rules", "diff", _tool.SmallPack + "+" + Lowered(), Lowered(), "--data", data, "--rules", _tool.SmallPack).Code.Should().Be(0);
        _tool.Run("rules", "diff", Lowered() + "+" + Lowered(), "built-in", "--data", data).Error.Should().Contain("names two policies");
        _tool.Run("rules", "diff", "nowhere.yaml", "built-in", "--data", data).Error.Should().Contain("no such file or folder");
    }

    private string Lowered() => _tool.File(
        "lowered.yaml", "schema: policy/1", "policy: { id: lowered, version: 1.0.0 }", "tactics:", "  secrecy: { review: 0.3, fastPath: false }", "scoring: { minimumEvidence: 1 }");
}
