using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Cli.Tests.EndToEnd;

[Collection(TrainedModelGroup.Name)]
public sealed class ModelShowTests(TrainedModel trained) : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_card_is_printed_and_the_hash_on_a_line_of_its_own()
    {
        Tool.Result result = _tool.Run("model", "show", trained.Model);

        result.Code.Should().Be(0);
        result.Output.Should().StartWith(File.ReadAllText(trained.Card).TrimEnd('\n'));
        result.Output.Split('\n').Should().ContainSingle(l => l == "content hash: " + RiskClassifier.Load(trained.Model).ContentHash);
        result.Output.Should().MatchRegex("(?m)^content hash: [0-9a-f]{64}$").And.Contain("synthetic");
    }

    [Fact]
    public void A_model_that_was_altered_or_cut_short_or_is_something_else_is_refused_by_name()
    {
        byte[] bytes = File.ReadAllBytes(trained.Model);
        byte[] altered = [.. bytes];
        altered[bytes.Length / 2] ^= 1;
        foreach ((byte[] content, string id) in new[] { (altered, "GSM0004"), (bytes[..^100], "GSM0003"), ("not a model"u8.ToArray(), "GSM0001") })
        {
            string file = _tool.Path("m.gsmodel");
            File.WriteAllBytes(file, content);
            foreach (string command in new[] { "model show", "analyze x.jsonl --model", "evaluate --data x.jsonl --model" })
            {
                Tool.Result result = _tool.Run([.. command.Split(' '), file]);
                result.Code.Should().Be(2);
                result.Output.Should().BeEmpty();
                result.Error.Should().StartWith($"grooming-signals: m.gsmodel: {id}: ");
            }
        }
    }

    [Fact]
    public void A_model_that_is_not_there_is_one_clear_line() =>
        _tool.Run("model", "show", _tool.Path("no.gsmodel")).Should().Be(new Tool.Result(2, "", "grooming-signals: no.gsmodel: no such file\n"));
}
