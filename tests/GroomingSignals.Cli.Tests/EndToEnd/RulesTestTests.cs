using System.Text.Json;

namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class RulesTestTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Tests_beside_a_pack_run_and_are_counted_by_rule()
    {
        string pack = _tool.SmallPack;
        Tests("match", "dont tell your mom ok");
        Tool.Result result = _tool.Run("rules", "test", pack);
        result.Code.Should().Be(0);
        result.Output.Should().MatchRegex("GS-SEC-001 +2 +2 +0 +0").And.Contain("2 runs: 2 passed, 0 failed, 0 to do");
    }

    [Fact]
    public void A_failure_is_named_with_its_place_and_ends_with_one()
    {
        string pack = _tool.SmallPack;
        Tests("match", "the bus was late");
        Tool.Result result = _tool.Run("rules", "test", pack);
        result.Code.Should().Be(1);
        result.Output.Should().MatchRegex(@"small\.tests\.yaml\(\d+,\d+\): fail GS-SEC-001 ""asks not to tell"" \[plain\]: GS-SEC-001 does not match")
            .And.NotContain("the bus was late");
        using JsonDocument json = JsonDocument.Parse(_tool.Run("rules", "test", pack, "--format", "json").Output);
        json.RootElement[0].GetProperty("outcome").GetString().Should().Be("fail");
    }

    [Fact]
    public void A_test_file_runs_against_the_packs_that_are_given()
    {
        string pack = _tool.SmallPack;
        string tests = Tests("match", "dont tell your mom ok");
        _tool.Run("rules", "test", tests, "--rules", pack).Code.Should().Be(0);
    }

    [Fact]
    public void A_pack_without_tests_does_not_pass_in_silence()
    {
        Tool.Result result = _tool.Run("rules", "test", _tool.SmallPack);
        result.Code.Should().Be(2);
        result.Error.Should().Contain("there are no tests");
    }

    private string Tests(string expect, string text) => _tool.File(
        "small.tests.yaml",
        "schema: rule-tests/1",
        "pack: ncmec-en",
        "tests:",
        "- rule: GS-SEC-001",
        "  name: asks not to tell",
        "  kind: positive",
        $"  expect: {expect}",
        "  messages:",
        $"  - a: {text}",
        "  delivery: [duplicate]");
}
