namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class SynthesizeTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        foreach ((string name, string seed) in new[] { ("a", "7"), ("b", "7"), ("c", "8") })
        {
            _tool.Run("synthesize", "--count", "20", "--seed", seed, "--out", _tool.Path(name)).Should().Be(new Tool.Result(0, "", ""));
        }

        File.ReadAllBytes(_tool.Path("b")).Should().Equal(File.ReadAllBytes(_tool.Path("a")));
        File.ReadAllText(_tool.Path("c")).Should().NotBe(File.ReadAllText(_tool.Path("a")));
    }

    [Fact]
    public void What_is_composed_can_be_analysed_and_is_marked()
    {
        string file = _tool.Path("a.jsonl");
        _tool.Run("synthesize", "--count", "30", "--seed", "1", "--out", file).Code.Should().Be(0);
        File.ReadAllLines(file).Should().HaveCount(30).And.OnlyContain(l => l.Contains("\"synthetic\":true", StringComparison.Ordinal));
        Tool.Result result = _tool.Analyze(file, "--format", "ndjson");
        result.Code.Should().Be(0);
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(30);
    }

    [Fact]
    public void A_variant_changes_the_cues_and_standard_output_is_a_dash()
    {
        string plain = _tool.Run("synthesize", "--count", "10", "--seed", "1", "--out", "-").Output;
        string leet = _tool.Run("synthesize", "--count", "10", "--seed", "1", "--out", "-", "--variant", "leet").Output;
        plain.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(10);
        leet.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(10);
        leet.Should().NotBe(plain);
    }

    [Fact]
    public void Csv_has_a_header_and_every_row_its_label()
    {
        string[] rows = _tool.Run("synthesize", "--count", "10", "--seed", "1", "--out", "-", "--format", "csv").Output.TrimEnd('\n').Split('\n');
        rows[0].Should().Be("conversation_id,message_id,sender_id,sender_age_band,sent_at,text,tags,label,tactics,synthetic");
        rows.Skip(1).Should().HaveCountGreaterThan(100).And.OnlyContain(r => r.EndsWith(",true", StringComparison.Ordinal));
    }

    [Fact]
    public void What_rules_of_one_half_find_in_it_they_do_not_find_in_the_other()
    {
        foreach (string half in new[] { "a", "b" })
        {
            _tool.Run("synthesize", "--count", "60", "--seed", "1", "--half", half, "--out", _tool.Path(half + ".jsonl"), "--pack", _tool.Path(half + ".yaml")).Should().Be(new Tool.Result(0, "", ""));
        }

        int Urgent(string data) => _tool.Run("analyze", _tool.Path(data), "--rules", _tool.Path("a.yaml"), "--format", "ndjson", "--min-severity", "urgent")
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Urgent("a.jsonl").Should().BeGreaterThan(25);
        Urgent("b.jsonl").Should().Be(0);
    }

    [Theory]
    [InlineData("synthesize --count 5 --seed 1 --out - --half c")]
    [InlineData("synthesize --count 5 --seed 1 --out - --format json")]
    [InlineData("synthesize --count 0 --seed 1 --out -")]
    [InlineData("synthesize --count 5 --seed minus --out -")]
    [InlineData("synthesize --count 5 --seed 1")]
    [InlineData("synthesize --count 5 --seed 1 --out - --variant upside-down")]
    public void Wrong_usage_is_refused(string line) => _tool.Run(line.Split(' ')).Code.Should().Be(2);
}
