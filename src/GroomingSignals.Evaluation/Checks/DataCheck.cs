using System.Collections.Immutable;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Checks;

/// <summary>What labelled data holds, and what a reader of figures made from it must know. Made before anything is trained or scored.</summary>
public sealed record DataCheck
{
    /// <summary>All conversations.</summary>
    public required int Conversations { get; init; }

    /// <summary>All messages.</summary>
    public required long Messages { get; init; }

    /// <summary>The conversations labelled as grooming.</summary>
    public required ClassSummary Positives { get; init; }

    /// <summary>The conversations labelled as not.</summary>
    public required ClassSummary Negatives { get; init; }

    /// <summary>The conversations without a label.</summary>
    public required ClassSummary Unlabelled { get; init; }

    /// <summary>Conversations without any message.</summary>
    public required int Empty { get; init; }

    /// <summary>Conversations whose id another one has as well.</summary>
    public required int RepeatedIds { get; init; }

    /// <summary>Conversations that the data calls synthetic.</summary>
    public required int Synthetic { get; init; }

    /// <summary>The share of synthetic conversations, from 0 to 1; null without conversations.</summary>
    public double? SyntheticShare => Conversations == 0 ? null : (double)Synthetic / Conversations;

    /// <summary>Conversations of nearly the same text.</summary>
    public required NearDuplicates NearDuplicates { get; init; }

    /// <summary>Groups of near-duplicates whose labels contradict each other.</summary>
    public required int NearDuplicatesAcrossLabels { get; init; }

    /// <summary>Different participant ids.</summary>
    public required int Participants { get; init; }

    /// <summary>Ids that stand in more than one conversation, roles aside.</summary>
    public required int ParticipantsInSeveral { get; init; }

    /// <summary>Of these, ids that stand in conversations of both classes.</summary>
    public required int ParticipantsOnBothSides { get; init; }

    /// <summary>Ids that stand in too many conversations to name a person.</summary>
    public required ImmutableArray<ParticipantRole> Roles { get; init; }

    /// <summary>Messages without a time.</summary>
    public required long MissingTimes { get; init; }

    /// <summary>What a reader must know, by stable ids; in a fixed order.</summary>
    public required ImmutableArray<DataWarning> Warnings { get; init; }

    /// <summary>Checks data.</summary>
    /// <param name="conversations">The data.</param>
    /// <param name="options">How near-duplicates are found, and what ids name; the defaults when null.</param>
    public static DataCheck Of(IReadOnlyList<LabelledConversation> conversations, SplitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        return DataChecker.Check(conversations, options ?? SplitOptions.Default);
    }
}
