namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class UsageTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("", "grooming-signals --help")]
    [InlineData("rules", "grooming-signals rules --help")]
    [InlineData("analyze", "grooming-signals analyze --help")]
    [InlineData("analyze x.jsonl --fromat json", "There is no option '--fromat'")]
    [InlineData("analyze x.jsonl --format xml", "must be one of table, json, ndjson, not 'xml'")]
    [InlineData("analyze x.jsonl --fail-on grave", "must be one of none, low, review, urgent, not 'grave'")]
    [InlineData("analyze x.jsonl --threads 0", "--threads must be from 1 to 1024")]
    [InlineData("analyze x.jsonl --threads many", "grooming-signals analyze --help")]
    [InlineData("rules list --tactic kindness", "--tactic must be one of flattery")]
    [InlineData("rules diff a b", "--data")]
    [InlineData("analyze x.jsonl --explain shap", "--explain shap explains a classifier: it needs --model")]
    [InlineData("analyze x.jsonl --explain=poem", "--explain must be one of shap, plain, not 'poem'")]
    [InlineData("analyze x.jsonl --explain poem", "--explain must be one of shap, plain, not 'poem'; nor is there an input of that name")]
    [InlineData("analyze --explain missing.csv", "--explain must be one of shap, plain, not 'missing.csv'; nor is there an input of that name")]
    [InlineData("train --out m.gsmodel", "--data")]
    [InlineData("train --data x.csv", "--out")]
    [InlineData("train --data x.csv --out m --participants some", "--participants must be one of local, global, not 'some'")]
    [InlineData("evaluate --cv 5", "--data")]
    [InlineData("evaluate --data x.csv", "exactly one of --model, --cv and --rules-only")]
    [InlineData("evaluate --data x.csv --cv 5 --rules-only", "exactly one of --model, --cv and --rules-only")]
    [InlineData("evaluate --data x.csv --cv 1", "--cv must be from 2 to 50")]
    [InlineData("evaluate --data x.csv --rules-only --prevalence 1", "--prevalence lies between 0 and 1")]
    [InlineData("compare a.csv", "grooming-signals compare --help")]
    [InlineData("model show", "grooming-signals model show --help")]
    [InlineData("convert pan12 --xml x.xml", "--predators")]
    [InlineData("schema", "grooming-signals schema --help")]
    [InlineData("frobnicate", "grooming-signals --help")]
    public void Wrong_usage_says_what_and_points_to_help(string line, string expected)
    {
        Tool.Result result = _tool.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        result.Code.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain(expected);
    }

    [Theory]
    [InlineData("--help", "grooming-signals analyze samples/data/conversations.jsonl")]
    [InlineData("analyze --help", "--format ndjson --output")]
    [InlineData("rules --help", "explain")]
    [InlineData("rules check --help", "grooming-signals rules check my-pack.yaml")]
    [InlineData("rules test --help", "grooming-signals rules test my-pack/")]
    [InlineData("rules list --help", "--tactic secrecy")]
    [InlineData("rules show --help", "rules show GS-SEC-001")]
    [InlineData("rules explain --help", "--conversation c-17")]
    [InlineData("rules diff --help", "--data corpus.jsonl.gz")]
    [InlineData("synthesize --help", "--count 500 --seed 1")]
    [InlineData("schema --help", "schema conversation")]
    [InlineData("train --help", "train --data labelled.csv --out model.gsmodel")]
    [InlineData("evaluate --help", "--cv 5 --report report.html")]
    [InlineData("compare --help", "compare ours.csv theirs.csv")]
    [InlineData("model show --help", "model show model.gsmodel")]
    [InlineData("convert pan12 --help", "--predators predators.txt")]
    public void Help_shows_an_example(string line, string expected)
    {
        Tool.Result result = _tool.Run(line.Split(' '));
        result.Code.Should().Be(0);
        result.Output.Should().Contain(expected);
        result.Error.Should().BeEmpty();
    }

    [Fact]
    public void A_name_that_starts_with_an_at_sign_is_a_file_like_any_other()
    {
        Tool.Result result = _tool.Analyze("@missing.jsonl");
        result.Code.Should().Be(2);
        result.Error.Should().StartWith("@missing.jsonl: ");
    }
}
