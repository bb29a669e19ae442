using System.Text.Json;

namespace GroomingSignals.Workbench.Review;

/// <summary>A conversation as a reviewer sees it before anything is revealed. It holds no message text.</summary>
internal sealed record ConversationView
{
    /// <summary>Its place in the corpus.</summary>
    public required int Index { get; init; }

    /// <summary>Why it is where it is, in one sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The track that decided, in words; null without evidence.</summary>
    public required string? Track { get; init; }

    /// <summary>The assessment, as <c>analyze</c> writes it.</summary>
    public required JsonElement Assessment { get; init; }

    /// <summary>The thresholds that hold on its track, on risk: low, review, urgent.</summary>
    public required double?[] Thresholds { get; init; }

    /// <summary>What a person said of it; null when nobody did.</summary>
    public required bool? Label { get; init; }

    /// <summary>The messages.</summary>
    public required MessageView[] Messages { get; init; }
}
