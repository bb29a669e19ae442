using System.Text.Json;

namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class AnalyzeTests : IDisposable
{
    private static readonly string[] Keys =
    [
        "conversationId", "risk", "severity", "severityReason", "recommendation", "probability", "rawScore", "baseline", "current", "from", "towards",
        "participants", "tactics", "evidence", "contributions", "counterfactual", "advice", "assumptions", "versions",
    ];

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_table_names_rule_message_and_span_and_closes_with_a_summary()
    {
        Tool.Result result = _tool.Analyze(_tool.File("a.jsonl", Lines.Quiet, Lines.Secret));
        result.Code.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.Output.Should().Contain("ann (adult, declared, 2 messages) → bo (13-15, declared, 1 message)")
            .And.Contain("secrecy").And.MatchRegex(@"GS-SEC-\d+ +m3 +0\.\.18")
            .And.Contain("2 conversations, 5 messages, no errors")
            .And.NotContain("dont tell");
    }

    [Fact]
    public void Senders_who_are_not_listed_are_told_apart()
    {
        Tool.Result result = _tool.Analyze(_tool.File("a.jsonl", Lines.Quiet));
        result.Output.Should().Contain("ann (age unknown, 1 message), bo (age unknown, 1 message)");
    }

    [Fact]
    public void Text_is_shown_only_when_asked_for()
    {
        string file = _tool.File("a.jsonl", Lines.Secret);
        _tool.Analyze(file, "--explain").Output.Should().NotContain("dont tell").And.Contain("ledger");
        _tool.Analyze(file, "--show-text").Output.Should().Contain("“dont tell your mom ok”").And.Contain("^^^^^^^^^^^^^^^^^^\n");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ndjson_is_one_assessment_a_line_with_every_key(bool explain)
    {
        string file = _tool.File("a.jsonl", Lines.Quiet, Lines.Empty, Lines.Secret);
        Tool.Result result = _tool.Analyze([file, "--format", "ndjson", .. explain ? ["--explain"] : Array.Empty<string>()]);
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(3);
        foreach (string line in lines)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            json.RootElement.EnumerateObject().Select(p => p.Name).Should().Equal(Keys);
        }
    }

    [Fact]
    public void Json_is_an_array_of_the_same_assessments()
    {
        string file = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret);
        using JsonDocument array = JsonDocument.Parse(_tool.Analyze(file, "--format", "json").Output);
        string[] lines = _tool.Analyze(file, "--format", "ndjson").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        array.RootElement.EnumerateArray().Select(e => JsonSerializer.Serialize(e)).Should()
            .Equal(lines.Select(l => JsonSerializer.Serialize(JsonDocument.Parse(l).RootElement)));
    }

    [Fact]
    public void The_output_does_not_depend_on_the_number_of_threads_and_keeps_the_order_of_the_inputs()
    {
        string first = _tool.File("1.jsonl", [.. Enumerable.Range(0, 300).Select(i => Lines.Secret.Replace("\"secret\"", $"\"a{i}\"", StringComparison.Ordinal))]);
        string second = _tool.File("2.jsonl", Lines.Quiet);
        string serial = _tool.Analyze(second, first, "--format", "ndjson", "--threads", "1").Output;
        _tool.Analyze(second, first, "--format", "ndjson", "--threads", "7").Output.Should().Be(serial);
        serial.Split('\n')[0].Should().Contain("\"quiet\"");
        serial.Split('\n')[300].Should().Contain("\"a299\"");
    }

    [Fact]
    public void Minimum_severity_filters_what_is_written_but_not_what_is_counted()
    {
        string file = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret, Lines.Quiet);
        _tool.Analyze(file, "--format", "ndjson", "--min-severity", "low").Output
            .Should().Contain("\"secret\"").And.NotContain("\"quiet\"");
        _tool.Analyze(file, "--min-severity", "urgent").Output.Should().Contain("3 conversations, 0 shown, 7 messages");
    }

    [Fact]
    public void Fail_on_ends_with_one_when_reached_and_only_then()
    {
        string secret = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret);
        string quiet = _tool.File("b.jsonl", Lines.Quiet);
        _tool.Analyze(secret, "--fail-on", "low").Code.Should().Be(1);
        _tool.Analyze(secret, "--fail-on", "low", "--min-severity", "urgent", "--format", "ndjson").Code.Should().Be(1, "the filter is about what is written");
        _tool.Analyze(quiet, "--fail-on", "low").Code.Should().Be(0);
        _tool.Analyze(quiet, "--fail-on", "none").Code.Should().Be(1);
        _tool.Analyze(secret).Code.Should().Be(0);
    }

    [Fact]
    public void Standard_input_is_a_dash()
    {
        Tool.Result result = _tool.Run(new Tool.Call("analyze", "-", "--format", "ndjson", "--rules", _tool.SmallPack) { Input = Lines.Secret + "\n" });
        result.Code.Should().Be(0);
        result.Output.Should().StartWith("{\"conversationId\":\"secret\"");
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("ndjson")]
    public void Output_overwrites_a_file_and_leaves_nothing_else(string format)
    {
        string input = _tool.File("a.jsonl", Lines.Quiet);
        string output = _tool.File("out.ndjson", "old");
        Tool.Result result = _tool.Analyze(input, "--format", format, "--output", output);
        result.Should().Be(new Tool.Result(0, "", ""));
        File.ReadAllText(output).Should().Be(_tool.Analyze(input, "--format", format).Output);
        Directory.GetFiles(Path.GetDirectoryName(output)!).Select(Path.GetFileName).Should().BeEquivalentTo("a.jsonl", "out.ndjson", "small.yaml");
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_one_clear_line()
    {
        string input = _tool.File("a.jsonl", Lines.Quiet);
        Tool.Result missing = _tool.Analyze(input, "--output", _tool.Path("no/such/out.txt"));
        missing.Should().Be(new Tool.Result(2, "", "grooming-signals: no/such/out.txt: no such folder\n"));
        Tool.Result folder = _tool.Analyze(input, "--output", Path.GetDirectoryName(input)!);
        folder.Code.Should().Be(2);
        folder.Error.Should().Contain("is a directory");
    }

    [Fact]
    public void Colours_and_progress_are_for_terminals()
    {
        string file = _tool.File("a.jsonl", Lines.Secret);
        _tool.Run(new Tool.Call("analyze", file, "--rules", _tool.SmallPack) { Terminal = true }).Output.Should().Contain("\u001B[");
        _tool.Analyze(file).Output.Should().NotContain("\u001B");
        _tool.Run(new Tool.Call("analyze", file, "--format", "ndjson", "--rules", _tool.SmallPack) { Terminal = true }).Output.Should().NotContain("\u001B");
    }

    [Fact]
    public void A_reader_who_leaves_ends_the_run_quietly()
    {
        string file = _tool.File("a.jsonl", [.. Enumerable.Repeat(Lines.Secret, 200)]);
        foreach (string format in new[] { "ndjson", "json", "table" })
        {
            using var pipe = new BrokenPipe();
            _tool.Run(new Tool.Call("analyze", file, "--format", format, "--rules", _tool.SmallPack) { Output = pipe }).Should().Be(new Tool.Result(0, "", ""));
        }
    }

    [Fact]
    public void Cancelling_stops_and_leaves_no_half_written_file()
    {
        string input = _tool.File("a.jsonl", [.. Enumerable.Repeat(Lines.Secret, 50)]);
        Tool.Result result = _tool.Run(new Tool.Call("analyze", input, "--output", _tool.Path("out.txt"), "--rules", _tool.SmallPack) { Cancelled = true });
        result.Should().Be(new Tool.Result(130, "", "grooming-signals: stopped\n"));
        File.Exists(_tool.Path("out.txt")).Should().BeFalse();
        Directory.GetFiles(Path.GetDirectoryName(input)!, "*.tmp").Should().BeEmpty();
    }

    [Fact]
    public void A_csv_file_of_texts_and_labels_is_read_and_its_rows_are_conversations_of_their_own()
    {
        Tool.Result result = _tool.Analyze(_tool.File("a.csv", "text,label", "see you at practice,0", "dont tell your mom,1"), "--format", "ndjson");

        result.Code.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().SatisfyRespectively(
            line => line.Should().Contain("\"conversationId\":\"0\"").And.NotContain("GS-SEC-001"), line => line.Should().Contain("\"conversationId\":\"1\"").And.Contain("GS-SEC-001"));
    }

    [Fact]
    public void A_bare_explain_before_standard_input_or_at_the_end_has_no_value()
    {
        Tool.Call call = new("analyze", "--explain", "-", "--rules", _tool.SmallPack) { Input = Lines.Secret + "\n" };
        Tool.Result before = _tool.Run(call);

        before.Code.Should().Be(0);
        before.Output.Should().Contain("ledger");
        _tool.Run(call with { Args = ["analyze", "-", "--rules", _tool.SmallPack, "--explain"] }).Should().Be(before);
    }
}
