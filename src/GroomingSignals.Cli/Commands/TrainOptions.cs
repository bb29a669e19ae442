namespace GroomingSignals.Cli.Commands;

/// <summary>What <c>train</c> was asked to do.</summary>
internal sealed record TrainOptions
{
    public required string[] Data { get; init; }

    public required string Output { get; init; }

    public int Seed { get; init; } = 1;

    public string[] Rules { get; init; } = [];

    public string? Policy { get; init; }

    public bool GlobalParticipants { get; init; }

    /// <summary>Where the card goes; null for beside the model.</summary>
    public string? Card { get; init; }

    /// <summary>Where ML.NET's own zip of the forest goes; null for nowhere.</summary>
    public string? MlNetZip { get; init; }

    public bool Strict { get; init; }
}
