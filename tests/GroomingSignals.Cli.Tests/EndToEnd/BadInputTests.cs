using System.IO.Compression;
using System.Text;

namespace GroomingSignals.Cli.Tests.EndToEnd;

/// <summary>The table of bad input, row by row.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("{\"id\":\"x\",\"messages\":[")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"x\",\"messages\":[{\"sender\":\"\",\"text\":\"hello\"}]}")]
    [InlineData("{\"id\":\"x\",\"participants\":[{\"id\":\"a\",\"age\":{\"band\":\"teen\"}}],\"messages\":[]}")]
    [InlineData("{\"id\":\"x\",\"messages\":[{\"id\":\"m1\",\"sender\":\"a\",\"text\":\"one\"},{\"id\":\"m1\",\"sender\":\"a\",\"text\":\"two\"}]}")]
    public void A_bad_line_is_named_and_the_rest_is_analysed(string bad)
    {
        string file = _tool.File("a.jsonl", Lines.Quiet, bad, Lines.Secret);
        Tool.Result result = _tool.Analyze(file, "--format", "ndjson", "--fail-on", "low");
        result.Code.Should().Be(2, "unreadable input outranks --fail-on");
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2);
        result.Error.Should().MatchRegex(@"^a\.jsonl:2: \S.*\n$");
    }

    [Fact]
    public void An_id_that_is_too_long_is_an_error_by_line()
    {
        string file = _tool.File("a.jsonl", Lines.Quiet, Lines.Quiet.Replace("ann", new string('a', 300), StringComparison.Ordinal));
        Tool.Result result = _tool.Analyze(file, "--format", "ndjson");
        result.Code.Should().Be(2);
        result.Error.Should().MatchRegex(@"^a\.jsonl:2: \S[^\n]*\n$").And.NotContain("Parameter");
    }

    [Fact]
    public void Strict_stops_at_the_first_error_and_puts_no_partial_file_in_place()
    {
        string file = _tool.File("a.jsonl", Lines.Quiet, "not json", Lines.Secret);
        Tool.Result result = _tool.Analyze(file, "--format", "ndjson", "--strict");
        result.Code.Should().Be(2);
        result.Output.Should().Contain("\"quiet\"").And.NotContain("\"secret\"");
        string output = _tool.File("out.ndjson", "old");
        _tool.Analyze(file, "--format", "ndjson", "--strict", "--output", output).Error.Should().Contain("was not written");
        File.ReadAllText(output).Should().Be("old\n");
    }

    [Fact]
    public void The_other_id_of_two_messages_is_named()
    {
        string file = _tool.File("a.jsonl", """{"id":"x","messages":[{"id":"m7","sender":"a","text":"one"},{"id":"m7","sender":"a","text":"two"}]}""");
        _tool.Analyze(file).Error.Should().Contain("m7").And.NotContain("two");
    }

    [Fact]
    public void A_message_that_comes_twice_counts_once()
    {
        string once = _tool.Analyze(_tool.File("a.jsonl", Lines.Secret), "--format", "ndjson").Output;
        string repeated = Lines.Secret.Replace("]}", """,{"id":"m3","sender":"ann","text":"dont tell your mom ok"}]}""", StringComparison.Ordinal);
        Tool.Result twice = _tool.Analyze(_tool.File("b.jsonl", repeated), "--format", "ndjson");
        twice.Code.Should().Be(0);
        RawScore(twice.Output).Should().Be(RawScore(once));
    }

    [Fact]
    public void A_message_that_comes_again_much_later_counts_once_too_and_says_so()
    {
        string once = _tool.Analyze(_tool.File("a.jsonl", Lines.Secret), "--format", "ndjson").Output;
        string between = string.Concat(Enumerable.Range(10, 60).Select(i => $$""",{"id":"m{{i}}","sender":"bo","text":"ok"}"""));
        string repeated = Lines.Secret.Replace("]}", between + """,{"id":"m3","sender":"ann","text":"dont tell your mom ok"}]}""", StringComparison.Ordinal);
        Tool.Result twice = _tool.Analyze(_tool.File("b.jsonl", repeated), "--format", "ndjson");
        twice.Code.Should().Be(0);
        RawScore(twice.Output).Should().Be(RawScore(once));
        twice.Output.Should().Contain("duplicate-ignored");
    }

    [Fact]
    public void An_input_is_never_written_over()
    {
        string file = _tool.File("a.jsonl", Lines.Secret);
        Tool.Result result = _tool.Analyze(file, "--format", "ndjson", "--output", file);
        result.Code.Should().Be(2);
        result.Error.Should().Contain("is an input too");
        File.ReadAllText(file).Should().Be(Lines.Secret + "\n");
    }

    [Fact]
    public void An_override_of_a_rule_that_no_pack_has_is_said()
    {
        string policy = _tool.File("p.yaml", "schema: policy/1", "policy: { id: p, version: 1.0.0 }", "overrides:", "  GS-SEC-999: { mode: off, reason: typo }");
        Tool.Result result = _tool.Analyze(_tool.File("a.jsonl", Lines.Quiet), "--format", "ndjson", "--policy", policy);
        result.Code.Should().Be(0);
        result.Error.Should().Contain("GSR2006").And.Contain("GS-SEC-999").And.Contain("p.yaml(4,");
    }

    [Theory]
    [InlineData("""{"id":"x","messages":[{"sender":"a","text":"hello","time":"2026-01-02T10:00:00"}]}""")]
    [InlineData("""{"id":"x","messages":[{"sender":"a","text":"hello","time":"2026-01-02T10:00:00Z"},{"sender":"a","text":"again","time":"2026-01-01T10:00:00Z"}]}""")]
    public void Odd_times_are_assumptions_and_never_change_the_code(string line)
    {
        Tool.Result result = _tool.Analyze(_tool.File("a.jsonl", line), "--format", "ndjson", "--fail-on", "low");
        result.Code.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.Output.Should().Contain("\"code\":\"time-");
    }

    [Fact]
    public void Hostile_text_is_survived()
    {
        string line = """{"id":"x\ud800","messages":[{"sender":"a\u0000","text":"\udc00\ud800 \u0000 \u202e dont tell your mom \u200b"},{"sender":"b","text":""}]}""";
        foreach (string format in new[] { "table", "json", "ndjson" })
        {
            Tool.Result result = _tool.Analyze(_tool.File("a.jsonl", line), "--format", format, "--show-text", "--explain");
            result.Code.Should().Be(0);
            result.Output.Should().NotContain("\u202E").And.NotContain("\u001B").And.NotContain("\0");
        }
    }

    [Fact]
    public void A_message_of_ten_megabytes_is_truncated_and_says_so()
    {
        string line = "{\"id\":\"x\",\"messages\":[{\"sender\":\"a\",\"text\":\"" + new string('x', 10_000_000) + "\"}]}";
        Tool.Result result = _tool.Analyze(_tool.File("a.jsonl", line), "--format", "ndjson");
        result.Code.Should().Be(0);
        result.Output.Should().Contain("\"code\":\"text-truncated\"").And.HaveLength(result.Output.Length);
        result.Output.Length.Should().BeLessThan(20_000);
    }

    [Fact]
    public void A_missing_file_and_a_directory_are_one_clear_line_each()
    {
        Tool.Result missing = _tool.Analyze(_tool.Path("none.jsonl"), "--format", "ndjson");
        missing.Code.Should().Be(2);
        missing.Output.Should().BeEmpty();
        missing.Error.Should().MatchRegex(@"^none\.jsonl: \S[^\n]*\n$");
        Directory.CreateDirectory(_tool.Path("folder"));
        Tool.Result folder = _tool.Analyze(_tool.Path("folder"), _tool.File("a.jsonl", Lines.Quiet), "--format", "ndjson");
        folder.Code.Should().Be(2);
        folder.Error.Should().MatchRegex(@"^folder: \S[^\n]*directory[^\n]*\n$");
        folder.Output.Should().Contain("\"quiet\"", "the other input is still analysed");
    }

    [Fact]
    public void A_damaged_gzip_file_is_an_error_after_what_could_be_read()
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_000).Select(i => Lines.Quiet.Replace("quiet", $"q{i}", StringComparison.Ordinal) + "\n"))));
        }

        File.WriteAllBytes(_tool.Path("a.jsonl.gz"), bytes.ToArray()[..^20]);
        Tool.Result result = _tool.Analyze(_tool.Path("a.jsonl.gz"), "--format", "ndjson");
        result.Code.Should().Be(2);
        result.Error.Should().StartWith("a.jsonl.gz");
    }

    [Fact]
    public void A_csv_conversation_that_returns_is_an_error_with_its_line()
    {
        string file = _tool.File("a.csv",
            "conversation_id,message_id,sender_id,sender_age_band,sent_at,text,tags",
            "c1,m1,ann,adult,2026-01-02T10:00:00Z,hello,",
            "c2,m1,bo,13-15,2026-01-02T10:00:00Z,hello,",
            "c1,m2,ann,adult,2026-01-02T10:01:00Z,again,");
        Tool.Result result = _tool.Analyze(file, "--format", "ndjson");
        result.Code.Should().Be(2);
        result.Error.Should().StartWith("a.csv:4: ");
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2);
    }

    [Fact]
    public void A_bad_pack_lists_every_problem_with_its_place_and_nothing_is_analysed()
    {
        string pack = _tool.File("bad.yaml", "schema: rule-pack/1", "pack:", "  id: house", "  version: 1.0.0", "  languages: [en]", "colour: red", "flavour: sweet");
        Tool.Result result = _tool.Run("analyze", _tool.File("a.jsonl", Lines.Quiet), "--rules", pack);
        result.Code.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().MatchRegex(@"bad\.yaml\(6,\d+\): error GSR\d{4}: ").And.MatchRegex(@"bad\.yaml\(7,\d+\): error GSR\d{4}: ");
    }

    [Fact]
    public void A_bad_policy_lists_its_problems_too()
    {
        string policy = _tool.File("bad.yaml", "schema: policy/1", "policy: { id: house, version: 1.0.0 }", "thresholdz: {}");
        Tool.Result result = _tool.Analyze(_tool.File("a.jsonl", Lines.Quiet), "--policy", policy);
        result.Code.Should().Be(2);
        result.Error.Should().MatchRegex(@"^bad\.yaml\(3,\d+\): error GSR\d{4}: ");
    }

    [Fact]
    public void Packs_and_policies_that_are_not_there_are_one_clear_line()
    {
        string input = _tool.File("a.jsonl", Lines.Quiet);
        _tool.Run("analyze", input, "--rules", _tool.Path("no.yaml")).Should().Be(new Tool.Result(2, "", "grooming-signals: no.yaml: no such file or folder\n"));
        _tool.Analyze(input, "--policy", _tool.Path("no.yaml")).Should().Be(new Tool.Result(2, "", "grooming-signals: no.yaml: no such file\n"));
    }

    private static string RawScore(string ndjson) => System.Text.RegularExpressions.Regex.Match(ndjson, "\"rawScore\":(-?[0-9.]+)").Groups[1].Value;
}
