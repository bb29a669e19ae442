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

    [Theory]
    [InlineData("synthesize --count 0 --seed 1 --out -")]
    [InlineData("synthesize --count 5 --seed minus --out -")]
    [InlineData("synthesize --count 5 --seed 1")]
    [InlineData("synthesize --count 5 --seed 1 --out - --variant upside-down")]
    public void Wrong_usage_is_refused(string line) => _tool.Run(line.Split(' ')).Code.Should().Be(2);
}
