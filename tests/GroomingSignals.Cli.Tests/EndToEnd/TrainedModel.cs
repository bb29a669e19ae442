namespace GroomingSignals.Cli.Tests.EndToEnd;

/// <summary>A small composed data set and a model that was trained on it by the command line, once for all tests.</summary>
public sealed class TrainedModel : IDisposable
{
    private readonly Tool _tool = new();

    public TrainedModel()
    {
        Data = _tool.Path("data.jsonl");
        Model = _tool.Path("house.gsmodel");
        _tool.Run("synthesize", "--count", "60", "--seed", "3", "--out", Data);
        Training = _tool.Run("train", "--data", Data, "--out", Model, "--seed", "5");
    }

    public string Data { get; }

    public string Model { get; }

    /// <summary>The card, where it is written unless said otherwise.</summary>
    public string Card => _tool.Path("house.card.md");

    internal Tool.Result Training { get; }

    public IEnumerable<string?> Files => Directory.GetFiles(Path.GetDirectoryName(Model)!).Select(Path.GetFileName);

    public void Dispose() => _tool.Dispose();
}
