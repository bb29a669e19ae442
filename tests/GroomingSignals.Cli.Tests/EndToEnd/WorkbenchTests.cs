namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class WorkbenchTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_policy_is_never_saved_over_an_input()
    {
        string data = _tool.File("a.jsonl", Lines.Quiet);
        Tool.Result result = _tool.Run("workbench", "--data", data, "--save", data, "--no-browser");
        result.Code.Should().Be(2);
        result.Error.Should().Contain("a.jsonl: is an input too");
    }

    [Fact]
    public void A_file_that_stands_where_the_policy_would_be_saved_is_told_of_at_the_start_unless_it_is_the_policy()
    {
        string empty = _tool.File("empty.jsonl", "not json");
        string there = _tool.File("there.yaml", "schema: policy/1", "policy: { id: own, version: 1.0.0 }");
        _tool.Run("workbench", "--data", empty, "--save", there, "--no-browser").Error.Should().Contain("there.yaml: is there already");
        _tool.Run("workbench", "--data", empty, "--save", there, "--policy", there, "--no-browser").Error.Should().NotContain("is there already");
        _tool.Run("workbench", "--data", empty, "--save", _tool.Path("new.yaml"), "--no-browser").Error.Should().NotContain("is there already");
    }
}
