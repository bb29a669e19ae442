using GroomingSignals.Workbench.Points;

namespace GroomingSignals.Cli.Commands;

/// <summary>What <c>workbench</c> was asked to do.</summary>
internal sealed record WorkbenchRunOptions
{
    public required string[] Data { get; init; }

    public string[] Rules { get; init; } = [];

    public string? Policy { get; init; }

    public string? Model { get; init; }

    public required string Save { get; init; }

    public Workload Workload { get; init; } = Workload.Default;

    /// <summary>Null for the built-in settings.</summary>
    public string? Wellness { get; init; }

    public int Port { get; init; }

    /// <summary>True to open the page in the person's browser.</summary>
    public bool Browser { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;
}
