using System.Text.Json;

namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class CompareTests : IDisposable
{
    private const string Header = "id,fold,label,score,probability";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_better_of_two_is_better_in_every_resample_or_nearly()
    {
        string a = _tool.File("a.csv", [Header, .. Enumerable.Range(0, 80).Select(i => $"c{i},{i % 5},{i % 2},{i % 2}.{i},")]);
        string b = _tool.File("b.csv", ["score,label,id", .. Enumerable.Range(0, 80).Select(i => $"{i * 37 % 80},{i % 2},c{i}"), "3,1,other"]);
        Tool.Result table = _tool.Run("compare", a, b);

        table.Code.Should().Be(0);
        table.Output.Should().Contain("80 conversations in both: 40 grooming, 40 not").And.MatchRegex(@"Average precision +1\.000 +0\.\d{3} +\+0\.\d{3} .* 100\.0 %").And.Contain("only in B");
        using JsonDocument json = JsonDocument.Parse(_tool.Run("compare", a, b, "--format", "json").Output);
        JsonElement precision = json.RootElement.GetProperty("metrics").EnumerateArray().Single(m => m.GetProperty("metric").ValueEquals("average-precision"));
        precision.GetProperty("a").GetDouble().Should().Be(1);
        precision.GetProperty("lower").GetDouble().Should().BeGreaterThan(0);
        json.RootElement.GetProperty("onlyInB").EnumerateArray().Single().GetString().Should().Be("other");
    }

    [Fact]
    public void Without_folds_it_is_said_that_the_training_cannot_be_checked()
    {
        string a = _tool.File("a.csv", [Header, .. Enumerable.Range(0, 40).Select(i => $"c{i},{i % 4},{i % 2},{i * 13 % 40},")]);
        string b = _tool.File("b.csv", ["id,label,score", .. Enumerable.Range(0, 40).Select(i => $"c{i},{i % 2},{i * 7 % 40}")]);
        _tool.Run("compare", a, b).Output.ReplaceLineEndings(" ").Should().MatchRegex(@"B has no folds: whether both were trained on the same conversations cannot\s+be checked").And.NotContain("not fair");
        using JsonDocument json = JsonDocument.Parse(_tool.Run("compare", a, b, "--format", "json").Output);
        json.RootElement.GetProperty("differentFolds").GetArrayLength().Should().Be(0);
        (json.RootElement.GetProperty("hasFoldsA").GetBoolean(), json.RootElement.GetProperty("hasFoldsB").GetBoolean()).Should().Be((true, false));
        _tool.Run("compare", a, a).Output.Should().NotContain("no folds");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        string a = _tool.File("a.csv", [Header, .. Enumerable.Range(0, 40).Select(i => $"c{i},0,{i % 2},{i * 13 % 40},")]);
        string b = _tool.File("b.csv", [Header, .. Enumerable.Range(0, 40).Select(i => $"c{i},0,{i % 2},{i * 7 % 40},")]);
        _tool.Run("compare", a, b, "--threads", "1").Output.Should().Be(_tool.Run("compare", a, b, "--threads", "3").Output);
    }

    [Fact]
    public void Rows_that_cannot_be_read_are_named_and_the_rest_is_compared()
    {
        string a = _tool.File("a.csv", Header, "c1,0,1,0.9,", "c2,0,0,high,", "c3,0,0,0.1,");
        Tool.Result result = _tool.Run("compare", a, a);
        result.Code.Should().Be(2);
        result.Error.Should().StartWith("a.csv:3: the score of \"c2\" is not a number\n");
        result.Output.Should().Contain("2 conversations in both");
    }

    [Fact]
    public void Files_without_a_conversation_in_common_are_refused()
    {
        Tool.Result result = _tool.Run("compare", _tool.File("a.csv", Header, "c1,0,1,0.9,"), _tool.File("b.csv", Header, "c2,0,1,0.9,"));
        result.Code.Should().Be(2);
        result.Error.Should().Be("grooming-signals: the files share no conversation with the same label\n");
    }

    [Theory]
    [InlineData("id,label\n", "a.csv:1: the header has no column score\n")]
    [InlineData("", "a.csv: is empty")]
    public void A_header_that_lacks_a_column_is_named(string content, string error)
    {
        string file = _tool.Path("a.csv");
        File.WriteAllText(file, content);
        _tool.Run("compare", file, file).Error.Should().StartWith(error);
    }
}
