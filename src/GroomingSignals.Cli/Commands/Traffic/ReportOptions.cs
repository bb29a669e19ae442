namespace GroomingSignals.Cli.Commands.Traffic;

/// <summary>What <c>report</c> was asked to do.</summary>
internal sealed record ReportOptions
{
    public required string[] Data { get; init; }

    public required string Out { get; init; }

    public string[] Rules { get; init; } = [];

    public string? Policy { get; init; }

    public string? Model { get; init; }

    public double? Volume { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    public bool Strict { get; init; }

    public required string Command { get; init; }
}
