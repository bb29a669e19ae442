namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary>What <c>replay</c> was asked to do: exactly one of <see cref="Data"/> and <see cref="Snapshot"/> is there.</summary>
internal sealed record ReplayOptions
{
    public required string Assessment { get; init; }

    public string[] Data { get; init; } = [];

    public string? Snapshot { get; init; }

    public string? Conversation { get; init; }

    /// <summary>The day on which overrides are looked at; today when null.</summary>
    public DateOnly? AsOf { get; init; }

    public string[] Rules { get; init; } = [];

    public string? Policy { get; init; }

    public string? Model { get; init; }

    public bool Json { get; init; }
}
