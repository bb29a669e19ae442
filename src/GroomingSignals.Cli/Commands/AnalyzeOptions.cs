using GroomingSignals.Assessment;

namespace GroomingSignals.Cli.Commands;

/// <summary>What <c>analyze</c> was asked to do.</summary>
internal sealed record AnalyzeOptions
{
    public required string[] Inputs { get; init; }

    public string Format { get; init; } = "table";

    public string[] Rules { get; init; } = [];

    public string? Policy { get; init; }

    /// <summary>A classifier beside the rules; null for the rules alone.</summary>
    public string? Model { get; init; }

    public Severity MinSeverity { get; init; }

    /// <summary>Null: severity never changes the exit code.</summary>
    public Severity? FailOn { get; init; }

    public bool Explain { get; init; }

    /// <summary>True to share the classifier's score out to its features exactly.</summary>
    public bool Shap { get; init; }

    public bool ShowText { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    public string? Output { get; init; }

    public bool Strict { get; init; }
}
