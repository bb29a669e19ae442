using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GroomingSignals.Cli.Tests.EndToEnd;

[Collection(TrainedModelGroup.Name)]
public sealed class AnalyzeWithModelTests(TrainedModel trained) : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_fused_score_has_the_same_keys_its_own_lines_and_names_the_model()
    {
        string[] Read(params string[] more) => [.. _tool.Run(["analyze", trained.Data, "--format", "ndjson", .. more]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        string[] plain = Read();
        string[] fused = Read("--model", trained.Model);

        fused.Should().HaveSameCount(plain);
        foreach ((string before, string after) in plain.Zip(fused))
        {
            using JsonDocument rules = JsonDocument.Parse(before);
            using JsonDocument both = JsonDocument.Parse(after);
            both.RootElement.EnumerateObject().Select(p => p.Name).Should().Equal(rules.RootElement.EnumerateObject().Select(p => p.Name));
            both.RootElement.GetProperty("versions").GetProperty("model").GetProperty("id").GetString().Should().NotBeNullOrEmpty();
            decimal sum = both.RootElement.GetProperty("baseline").GetDecimal()
                + both.RootElement.GetProperty("contributions").EnumerateArray().Sum(c => c.GetProperty("value").GetDecimal());
            sum.Should().Be(both.RootElement.GetProperty("rawScore").GetDecimal());
        }

        fused.Should().Contain(l => l.Contains("\"classifier.text\"", StringComparison.Ordinal));
        Read("--explain").Should().Equal(plain, "JSON holds the whole ledger as it is");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    public void Json_holds_what_moved_the_classifier_when_asked_for_and_no_text(string format)
    {
        string file = _tool.File("a.jsonl", Lines.Secret);
        JsonElement Read(params string[] more)
        {
            Tool.Result result = _tool.Run(["analyze", file, "--model", trained.Model, "--format", format, .. more]);
            result.Code.Should().Be(0);
            result.Output.Should().NotContain("dont tell");
            using JsonDocument document = JsonDocument.Parse(result.Output);
            return (document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement[0] : document.RootElement).Clone();
        }

        JsonElement plain = Read();
        JsonElement all = Read("--explain", "shap");

        all.EnumerateObject().Select(p => p.Name).Should().Equal([.. plain.EnumerateObject().Select(p => p.Name), "classifier"]);
        Read("--explain").GetProperty("classifier").GetProperty("features").ValueKind.Should().Be(JsonValueKind.Null);
        JsonElement features = all.GetProperty("classifier").GetProperty("features");
        double sum = features.GetProperty("expected").GetDouble() + features.GetProperty("shares").EnumerateArray().Sum(share => share.GetProperty("value").GetDouble());
        sum.Should().BeApproximately(features.GetProperty("score").GetDouble(), 1e-9);
        features.GetProperty("shares").EnumerateArray().Should().Contain(share => share.GetProperty("value").GetDouble() != 0);
        all.GetProperty("classifier").GetProperty("texts").EnumerateArray().Single(text => text.GetProperty("messageId").GetString() is "m3").GetProperty("grams").EnumerateArray().Should().NotBeEmpty().And.OnlyContain(gram => gram.GetProperty("start").GetInt32() < gram.GetProperty("end").GetInt32());
    }

    [Fact]
    public void Explain_shows_classifier_lines_and_n_grams_by_span_and_text_only_when_asked_for()
    {
        string file = _tool.File("a.jsonl", Lines.Secret);
        Tool.Result explained = _tool.Run("analyze", file, "--model", trained.Model, "--explain");
        explained.Code.Should().Be(0);
        explained.Output.Should().Contain("classifier.text").And.Contain("n-grams").And.MatchRegex(@"m3 +ann").And.MatchRegex(@"\d+\.\.\d+ +\+0\.\d{3}").And.Contain("--show-text shows the words")
            .And.NotContain("shap").And.NotContain("dont tell");
        _tool.Run("analyze", file, "--model", trained.Model, "--explain", "--show-text").Output.Should().Contain("“").And.NotContain("--show-text shows");
        _tool.Run("analyze", file, "--model", trained.Model).Output.Should().NotContain("n-grams");
    }

    [Fact]
    public void Exact_shares_add_up_to_the_score_of_the_forest()
    {
        string output = _tool.Run("analyze", _tool.File("a.jsonl", Lines.Secret), "--model", trained.Model, "--explain", "shap").Output;
        string[] lines = output[output.IndexOf(" shap ", StringComparison.Ordinal)..].Split('\n');
        int last = Array.FindIndex(lines, l => l.TrimStart().StartsWith("score ", StringComparison.Ordinal));
        decimal[] values = [.. lines.Take(last + 1).Select(l => Regex.Match(l, @"[+-]?\d+\.\d{6}$", RegexOptions.None, TimeSpan.FromSeconds(1)).Value).Where(v => v.Length > 0).Select(v => decimal.Parse(v, CultureInfo.InvariantCulture))];

        values.Length.Should().BeGreaterThan(2);
        values[..^1].Sum().Should().Be(values[^1]);
    }

    [Fact]
    public void An_input_after_a_bare_explain_is_an_input()
    {
        string file = _tool.File("a.jsonl", Lines.Secret);
        Tool.Result before = _tool.Run("analyze", "--explain", file, "--rules", _tool.SmallPack);
        before.Code.Should().Be(0);
        before.Should().Be(_tool.Analyze(file, "--explain"));
    }

    [Fact]
    public void Another_pack_than_the_models_is_an_assumption_and_takes_the_probability_away()
    {
        string output = _tool.Run("analyze", trained.Data, "--model", trained.Model, "--rules", _tool.SmallPack, "--format", "ndjson").Output;
        using JsonDocument first = JsonDocument.Parse(output.Split('\n')[0]);

        first.RootElement.GetProperty("probability").ValueKind.Should().Be(JsonValueKind.Null);
        first.RootElement.GetProperty("assumptions").EnumerateArray().Select(a => a.GetProperty("code").GetString()).Should().Contain("classifier-pack-differs");
    }
}
