using System.Text.Json;

namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class RulesCheckTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Errors_are_listed_with_their_place_and_end_with_one()
    {
        string pack = _tool.File("bad.yaml", "schema: rule-pack/1", "pack:", "  id: house", "  version: 1.0.0", "  languages: [en]", "colour: red", "flavour: sweet");
        Tool.Result result = _tool.Run("rules", "check", pack);
        result.Code.Should().Be(1);
        result.Error.Should().BeEmpty();
        result.Output.Should().MatchRegex(@"bad\.yaml\(6,1\): error GSR\d{4}: ").And.MatchRegex(@"bad\.yaml\(7,1\): error GSR\d{4}: ").And.MatchRegex("[0-9]+ errors, [0-9]+ warning");
    }

    [Fact]
    public void Warnings_fail_only_when_asked_to()
    {
        string pack = _tool.SmallPack;
        Tool.Result result = _tool.Run("rules", "check", pack);
        result.Code.Should().Be(0);
        result.Output.Should().MatchRegex(@"small\.yaml\(\d+,\d+\): warning GSR\d{4}: ", "a stable rule without tests is warned of").And.Contain("0 errors, ");
        _tool.Run("rules", "check", pack, "--warnings-as-errors").Code.Should().Be(1);
    }

    [Fact]
    public void The_same_findings_come_as_json()
    {
        Tool.Result result = _tool.Run("rules", "check", _tool.File("bad.yaml", "schema: rule-pack/1", "colour: red"), "--format", "json");
        result.Code.Should().Be(1);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        json.RootElement[0].EnumerateObject().Select(p => p.Name).Should().Equal("id", "severity", "message", "file", "line", "column");
    }

    [Fact]
    public void A_policy_is_checked_as_a_policy_with_every_problem_in_its_place()
    {
        string good = _tool.File("policy.yaml", "schema: policy/1", "policy: { id: own, version: 1.0.0 }", "thresholds: { rules: { review: 0.7 } }");
        _tool.Run("rules", "check", good).Should().Be(new Tool.Result(0, "no problems\n", ""));

        string bad = _tool.File("bad.yaml", "# mine", "schema: policy/1", "policy: { id: own, version: one }", "thresholds: { rules: { low: 0.9, review: 0.7 } }", "colour: red");
        Tool.Result result = _tool.Run("rules", "check", bad);
        result.Code.Should().Be(1);
        result.Output.Should().MatchRegex(@"bad\.yaml\(3,\d+\): error GSR\d{4}: A version").And.MatchRegex(@"bad\.yaml\(4,\d+\): error GSR\d{4}: ").And.MatchRegex(@"bad\.yaml\(5,1\): error GSR\d{4}: ")
            .And.Contain("4 errors").And.NotContain("pack");
    }

    [Fact]
    public void A_policy_for_a_classifier_only_is_warned_of_by_check_and_by_diff_without_one()
    {
        string policy = _tool.File("fused.yaml", "schema: policy/1", "policy: { id: own, version: 1.0.0 }", "tracks:", "  adult-to-minor: { thresholds: { fused: { review: 0.9 } } }");
        Tool.Result check = _tool.Run("rules", "check", policy);
        check.Code.Should().Be(0);
        check.Output.Should().Contain("fused.yaml(4,1): warning fused-unused: ").And.Contain("needs a classifier");
        _tool.Run("rules", "diff", "built-in", policy, "--data", _tool.File("a.jsonl", Lines.Quiet)).Error.Should().Contain("on the fused scale only (adult-to-minor)");
        _tool.Run("rules", "diff", "built-in", "built-in", "--data", _tool.Path("a.jsonl")).Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"schema\": \"policy/1\"")]
    [InlineData("schema:   policy/1   # a policy")]
    [InlineData("schema: policy/9")]
    [InlineData("prevalence: 0.5")]
    public void A_policy_is_known_by_what_it_says(string line) =>
        _tool.Run("rules", "check", _tool.File("p.yaml", line, "policy: { id: own, version: 1.0.0 }")).Output.Should().NotContain("'pack'").And.NotContain("rule-pack");

    [Fact]
    public void A_policy_is_held_against_the_packs_that_are_named_with_it()
    {
        string policy = _tool.File("policy.yaml", "schema: policy/1", "policy: { id: own, version: 1.0.0 }", "overrides:", "  NO-SUC-001: { mode: shadow, reason: noisy }");
        Tool.Result result = _tool.Run("rules", "check", policy);
        result.Code.Should().Be(0);
        result.Output.Should().MatchRegex(@"policy\.yaml\(4,3\): warning GSR\d{4}: No loaded pack has a rule 'NO-SUC-001'").And.Contain("0 errors, 1 warning");
        _tool.Run("rules", "check", policy, "--warnings-as-errors").Code.Should().Be(1);
        _tool.Run("rules", "check", _tool.File("broken.yaml", "schema: rule-pack/1", "colour: red"), policy).Output.Should().Contain("broken.yaml(2,1)").And.NotContain("NO-SUC-001", "without the packs nobody knows");
    }

    [Fact]
    public void A_pack_that_is_not_there_is_unreadable_input() =>
        _tool.Run("rules", "check", _tool.Path("no.yaml")).Should().Be(new Tool.Result(2, "", "grooming-signals: no.yaml: no such file or folder\n"));
}
