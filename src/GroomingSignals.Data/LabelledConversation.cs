using System.Collections.ObjectModel;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data;

/// <summary>A conversation with what a person said of it: the data that a classifier is trained on and measured against.</summary>
/// <param name="Conversation">The conversation. Its id is not null: where the data gives none, it is the index of the conversation.</param>
/// <param name="Label">True when the conversation is grooming, false when it is not, null when nobody said.</param>
public sealed record LabelledConversation(Conversation Conversation, bool? Label)
{
    /// <summary>For each participant that was labelled, by id: whether the participant grooms. Empty when nobody was.</summary>
    public IReadOnlyDictionary<string, bool> ParticipantLabels { get; init; } = ReadOnlyDictionary<string, bool>.Empty;

    /// <summary>The tactics of each message, by its index; empty when the data says nothing of messages.</summary>
    public IReadOnlyList<IReadOnlyList<Tactic>> MessageTactics { get; init; } = [];

    /// <summary>For each message that was labelled, by its index: whether it shows grooming. Empty when none was.</summary>
    public IReadOnlyDictionary<int, bool> MessageLabels { get; init; } = ReadOnlyDictionary<int, bool>.Empty;

    /// <summary>The groups that the data names for the conversation, such as <c>language</c> or <c>dialect</c>: for fairness figures, never for training.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>True when the data says that it was composed, not observed: figures on it prove machinery only.</summary>
    public bool Synthetic { get; init; }
}
