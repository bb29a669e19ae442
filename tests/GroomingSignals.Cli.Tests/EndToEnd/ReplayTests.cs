using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Cli.Tests.EndToEnd;

[Collection(TrainedModelGroup.Name)]
public sealed class ReplayTests(TrainedModel trained) : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("ndjson", "60 the same, byte for byte, 0 different")]
    [InlineData("json", "60 the same but for the white space of the file, 0 different")]
    public void An_assessment_replays_to_the_same_bytes(string format, string expected)
    {
        string recorded = Record(format);
        Tool.Result result = _tool.Run("replay", "--assessment", recorded, "--data", trained.Data);
        (result.Code, result.Error).Should().Be((0, ""));
        result.Output.Should().Contain(expected);
    }

    [Fact]
    public void With_a_model_too() =>
        _tool.Run("replay", "--assessment", Record("ndjson", "--model", trained.Model), "--data", trained.Data, "--model", trained.Model).Code.Should().Be(0);

    [Fact]
    public async Task A_model_and_a_policy_that_are_not_there_are_named_by_id_and_hash()
    {
        string recorded = Record("ndjson", "--model", trained.Model);
        string policy = _tool.File("policy.yaml", "schema: policy/1", "policy: { id: other, version: 1.2.3 }", "thresholds: { rules: { review: 0.01, low: 0.01 } }");
        Tool.Result result = _tool.Run("replay", "--assessment", recorded, "--data", trained.Data, "--policy", policy, "--format", "json");
        result.Code.Should().Be(1);
        await Schemas.ShouldHoldAsync(_tool, "replay", result.Output);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement first = json.RootElement[0];
        first.GetProperty("outcome").GetString().Should().Be("missing");
        string[] missing = [.. first.GetProperty("missing").EnumerateArray().Select(m => m.GetString()!)];
        missing.Should().HaveCount(2);
        missing[0].Should().MatchRegex(@"^policy default [0-9.]+ \([0-9a-f]{12}\): here is other 1\.2\.3 \([0-9a-f]{12}\); name another with --policy$");
        missing[1].Should().MatchRegex(@"^model .* \([0-9a-f]{12}\): name it with --model$");
        json.RootElement.EnumerateArray().Where(o => o.GetProperty("missing").GetArrayLength() > 0).Should().OnlyContain(o => o.GetProperty("different").GetArrayLength() == 0);
        Tool.Result table = _tool.Run("replay", "--assessment", recorded, "--data", trained.Data, "--policy", policy);
        table.Output.Split("name it with --model").Should().HaveCount(2, "what is missing is missing for all of them");
        table.Output.Should().MatchRegex("^60 assessments: ").And.Contain("and 52 more").And.NotContain("differs");
    }

    [Fact]
    public void A_pack_of_the_same_id_with_other_content_is_named()
    {
        string recorded = Record("ndjson", "--rules", _tool.SmallPack);
        Tool.Result result = _tool.Run("replay", "--assessment", recorded, "--data", trained.Data);
        result.Code.Should().Be(1);
        result.Output.Should().MatchRegex(@"pack ncmec-en 1\.0\.0 \([0-9a-f]{12}\): here is ncmec-en 1\.0\.0");
    }

    [Fact]
    public void A_value_that_was_changed_is_named_by_its_key_and_not_quoted()
    {
        string[] lines = File.ReadAllLines(Record("ndjson"));
        string changed = lines[0].Replace("\"recommendation\":\"", "\"recommendation\":\"canary-", StringComparison.Ordinal);
        Tool.Result result = _tool.Run("replay", "--assessment", _tool.File("changed.ndjson", changed), "--data", trained.Data);
        result.Code.Should().Be(1);
        result.Output.Should().Contain("differs  recommendation\n").And.NotContain("canary").And.Contain("1 different");
    }

    [Fact]
    public void A_conversation_that_has_gone_on_is_told_from_one_that_is_not_there()
    {
        string recorded = _tool.Path("short.ndjson");
        _tool.Analyze(_tool.File("short.jsonl", Lines.Secret), "--format", "ndjson", "--output", recorded).Code.Should().Be(0);
        string longer = Lines.Secret.Replace("]}", ",{\"id\":\"m4\",\"sender\":\"bo\",\"text\":\"ok\"}]}", StringComparison.Ordinal);
        Tool.Result gone = _tool.Run("replay", "--assessment", recorded, "--data", _tool.File("long.jsonl", longer), "--rules", _tool.SmallPack);
        gone.Code.Should().Be(1);
        gone.Output.Should().Contain("the conversation has 4 messages now; the assessment had counted 3");
        Tool.Result none = _tool.Run("replay", "--assessment", recorded, "--data", _tool.File("other.jsonl", Lines.Quiet, Lines.Empty), "--rules", _tool.SmallPack);
        none.Code.Should().Be(1);
        none.Output.Should().Contain("conversation secret: the data does not hold it");
    }

    [Fact]
    public async Task What_only_one_side_has_is_counted_and_named()
    {
        string recorded = _tool.Path("two.ndjson");
        _tool.Analyze(_tool.File("two.jsonl", Lines.Secret, Lines.Quiet), "--format", "ndjson", "--output", recorded).Code.Should().Be(0);
        string data = _tool.File("others.jsonl", Lines.Quiet, Lines.Empty);
        string[] arguments = ["replay", "--assessment", recorded, "--data", data, "--rules", _tool.SmallPack];
        Tool.Result result = _tool.Run(arguments);
        result.Code.Should().Be(1);
        result.Output.Should().Contain("2 assessments: 1 the same").And.Contain("1 with something missing (1 without its conversation in the data)")
            .And.Contain("1 conversation of the data has no assessment here: empty");
        Tool.Result json = _tool.Run([.. arguments, "--format", "json"]);
        await Schemas.ShouldHoldAsync(_tool, "replay", json.Output);
        using JsonDocument document = JsonDocument.Parse(json.Output);
        JsonElement last = document.RootElement[document.RootElement.GetArrayLength() - 1];
        (last.GetProperty("outcome").GetString(), last.GetProperty("conversationId").GetString()).Should().Be(("unrecorded", "empty"));
        last.GetProperty("place").GetString().Should().EndWith("others.jsonl:2");

        _tool.Run([.. arguments, "--conversation", "quiet"]).Should().Match<Tool.Result>(r => r.Code == 0 && !r.Output.Contains("no assessment", StringComparison.Ordinal));
        string one = _tool.File("one.ndjson", File.ReadAllLines(recorded)[1]);
        _tool.Run("replay", "--assessment", one, "--data", data, "--rules", _tool.SmallPack).Code.Should().Be(0, "what was recorded is proved");
    }

    [Fact]
    public void A_snapshot_gives_its_own_assessment_and_not_another_one()
    {
        var analyzer = RiskAnalyzer.CreateDefault();
        ConversationState state = analyzer.Start("c1", [new Participant { Id = "a", Age = AgeBand.Adult }, new Participant { Id = "b", Age = AgeBand.From13To15 }]);
        analyzer.Append(state, new Message { Id = "m1", Sender = "a", Text = "dont tell your mom ok" });
        string snapshot = _tool.Path("state.bin");
        File.WriteAllBytes(snapshot, state.ToSnapshot());
        string then = _tool.File("then.json", analyzer.Assess(state).ToJson());
        analyzer.Append(state, new Message { Id = "m2", Sender = "a", Text = "send me a picture of you" });
        string later = _tool.File("later.json", analyzer.Assess(state).ToJson());

        _tool.Run("replay", "--assessment", then, "--snapshot", snapshot).Code.Should().Be(0);
        Tool.Result other = _tool.Run("replay", "--assessment", later, "--snapshot", snapshot);
        other.Code.Should().Be(1);
        other.Output.Should().Contain("participants[0].messages");
        File.WriteAllBytes(snapshot, [1, 2, 3, 4, 5, 6, 7, 8]);
        _tool.Run("replay", "--assessment", then, "--snapshot", snapshot).Code.Should().Be(2);
    }

    [Fact]
    public void The_day_of_the_assessment_can_be_named_where_an_override_has_expired_since()
    {
        string policy = _tool.File("policy.yaml", "schema: policy/1", "policy: { id: dated, version: 1.0.0 }", "overrides:", "  GS-SEC-001: { mode: \"off\", reason: noisy, expires: 2020-01-02 }");
        string data = _tool.File("a.jsonl", Lines.Secret);
        string recorded = _tool.Path("r.ndjson");
        _tool.Analyze(data, "--policy", policy, "--format", "ndjson", "--output", recorded);
        string[] arguments = ["replay", "--assessment", recorded, "--data", data, "--policy", policy, "--rules", _tool.SmallPack];
        _tool.Run(arguments).Code.Should().Be(0);
        _tool.Run([.. arguments, "--as-of", "2020-01-01"]).Code.Should().Be(1);
        _tool.Run([.. arguments, "--as-of", "yesterday"]).Error.Should().Contain("--as-of is a date such as 2027-03-01.");
    }

    [Fact]
    public void What_is_no_assessment_is_refused()
    {
        _tool.Run("replay", "--assessment", _tool.File("a.json", "{\"x\":1}"), "--data", trained.Data).Error.Should().Contain("is not an assessment");
        _tool.Run("replay", "--assessment", _tool.File("b.json", "{{"), "--data", trained.Data).Error.Should().Contain("is not JSON");
        _tool.Run("replay", "--assessment", _tool.Path("none"), "--data", trained.Data).Code.Should().Be(2);
        _tool.Run("replay", "--assessment", _tool.Path("none")).Error.Should().Contain("either --data or --snapshot");
    }

    [Fact]
    public void A_damaged_line_is_named_by_its_byte_and_the_others_are_replayed()
    {
        string[] lines = File.ReadAllLines(Record("ndjson"));
        foreach (int damaged in (int[])[0, 1])
        {
            string[] some = [.. lines[..3]];
            some[damaged] = some[damaged][..10] + "\u0001" + some[damaged][10..];
            Tool.Result result = _tool.Run("replay", "--assessment", _tool.File("damaged.ndjson", some), "--data", trained.Data);
            result.Code.Should().Be(2);
            result.Error.Should().MatchRegex($@"damaged\.ndjson:{damaged + 1}: is not JSON at byte \d+ of the line\n$");
            result.Output.Should().Contain("2 assessments: 2 the same, byte for byte");
        }
    }

    private string Record(string format, params string[] more)
    {
        string path = _tool.Path("recorded." + format);
        _tool.Run(["analyze", trained.Data, "--format", format, "--output", path, .. more]).Code.Should().Be(0);
        return path;
    }
}
