using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What is shown of a conversation beside its assessment; nothing unless it was asked for.</summary>
internal sealed record Explained
{
    public static Explained Nothing { get; } = new();

    /// <summary>Where quoted text is taken from; null when no text is to be shown.</summary>
    public Conversation? Conversation { get; init; }

    /// <summary>Whether it was asked what moved the classifier.</summary>
    public bool Classifier { get; init; }

    /// <summary>The messages whose words moved the classifier most.</summary>
    public ImmutableArray<MessageTextScore> Texts { get; init; } = [];

    /// <summary>The classifier's features with their exact shares; null unless asked for.</summary>
    public ClassifierExplanation? Features { get; init; }
}
