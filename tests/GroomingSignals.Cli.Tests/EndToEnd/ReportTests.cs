namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class ReportTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Unlabelled_traffic_becomes_one_page_without_text()
    {
        string data = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret, Lines.Empty);
        string page = _tool.Path("report.html");
        Tool.Result result = _tool.Run("report", "--data", data, "--out", page, "--rules", _tool.SmallPack, "--volume", "3000");
        (result.Code, result.Error).Should().Be((0, ""));
        result.Output.Should().Contain("3 conversations: 0 urgent, 0 review");
        string html = File.ReadAllText(page);
        html.Should().StartWith("<!DOCTYPE html>").And.Contain("GS-SEC-001").And.Contain("3,000 conversations a day").And.Contain("labels are passed over").And.NotContain("not labelled").And.NotContain("smallest set").And.NotContain("the bus").And.NotContain("dont tell");
    }

    [Fact]
    public void The_page_does_not_depend_on_the_number_of_threads_but_for_the_command()
    {
        string data = _tool.Path("data.jsonl");
        _tool.Run("synthesize", "--count", "200", "--seed", "4", "--out", data);
        string Page(string threads)
        {
            _tool.Run("report", "--data", data, "--out", _tool.Path("r.html"), "--threads", threads).Code.Should().Be(0);
            return File.ReadAllText(_tool.Path("r.html")).Replace("--threads " + threads, "--threads N", StringComparison.Ordinal);
        }

        Page("1").Should().Be(Page("3"));
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_named_and_the_rest_is_reported()
    {
        Tool.Result result = _tool.Run("report", "--data", _tool.File("a.jsonl", Lines.Quiet, "not json"), "--out", _tool.Path("r.html"));
        result.Code.Should().Be(2);
        result.Error.Should().Contain("a.jsonl:2: ");
        File.ReadAllText(_tool.Path("r.html")).Should().Contain("1 could not be read");
    }

    [Fact]
    public void With_nothing_to_report_on_nothing_is_written()
    {
        _tool.Run("report", "--data", _tool.File("a.jsonl", "not json"), "--out", _tool.Path("r.html")).Code.Should().Be(2);
        File.Exists(_tool.Path("r.html")).Should().BeFalse();
        _tool.Run("report", "--data", _tool.File("b.jsonl", Lines.Quiet), "--out", _tool.Path("r.html"), "--volume", "0").Error.Should().Contain("--volume must be above 0.");
    }
}
