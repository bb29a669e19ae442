namespace GroomingSignals.Cli.Commands;

/// <summary>What <c>evaluate</c> was asked to do: exactly one of <see cref="Model"/>, <see cref="Folds"/> and <see cref="RulesOnly"/> is set.</summary>
internal sealed record EvaluateOptions
{
    public required string[] Data { get; init; }

    /// <summary>A finished model to measure.</summary>
    public string? Model { get; init; }

    /// <summary>Into how many folds to cross-validate a training.</summary>
    public int? Folds { get; init; }

    /// <summary>True to measure the rules without a classifier.</summary>
    public bool RulesOnly { get; init; }

    public string[] Rules { get; init; } = [];

    public string? Policy { get; init; }

    public int Seed { get; init; } = 1;

    public double Prevalence { get; init; } = 1e-4;

    public bool GlobalParticipants { get; init; }

    /// <summary>True to run parts of what is evaluated on the same data as well.</summary>
    public bool Ablations { get; init; }

    public string? Json { get; init; }

    public string? Scores { get; init; }

    public string? Report { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    public bool Strict { get; init; }

    /// <summary>The command line, for the report.</summary>
    public string? Command { get; init; }
}
