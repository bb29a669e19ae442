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
    public void A_pack_that_is_not_there_is_unreadable_input() =>
        _tool.Run("rules", "check", _tool.Path("no.yaml")).Should().Be(new Tool.Result(2, "", "grooming-signals: no.yaml: no such file or folder\n"));
}
