using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.Splits;

/// <summary>Which conversation stands in which fold, and what was kept together.</summary>
public sealed record FoldAssignment
{
    /// <summary>The fold of each conversation, by its index in the data, from 0.</summary>
    public required ImmutableArray<int> FoldOf { get; init; }

    /// <summary>What stands in each fold.</summary>
    public required ImmutableArray<FoldCounts> Folds { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The conversations of nearly the same text, which stand on one side; null when they were not looked for.</summary>
    public required NearDuplicates? NearDuplicates { get; init; }

    /// <summary>Ids that stand in too many conversations to name a person: not grouped. Empty unless ids are global.</summary>
    public required ImmutableArray<ParticipantRole> Roles { get; init; }

    /// <summary>How many participant ids, roles aside, stand in more than one fold. Above 0 only when ids are local to a conversation.</summary>
    public required int ParticipantsOnBothSides { get; init; }

    /// <summary>How many conversations the largest group that had to stay together has.</summary>
    public required int LargestGroup { get; init; }

    /// <summary>True when no fold is further than a fifth from its share of either class.</summary>
    public required bool IsBalanced { get; init; }

    /// <summary>What a reader of the figures must know of the split: <c>folds-unbalanced</c>, <c>fold-without-class</c>, <c>participant-roles</c>, <c>participants-on-both-sides</c>, <c>near-duplicates</c>.</summary>
    public required ImmutableArray<DataWarning> Warnings { get; init; }

    /// <summary>The indexes of the conversations of a fold, in order.</summary>
    /// <param name="fold">The fold, from 0.</param>
    public IEnumerable<int> In(int fold) => Indexes(f => f == fold, fold);

    /// <summary>The indexes of the conversations outside a fold, in order.</summary>
    /// <param name="fold">The fold, from 0.</param>
    public IEnumerable<int> OutOf(int fold) => Indexes(f => f != fold, fold);

    private IEnumerable<int> Indexes(Func<int, bool> wanted, int fold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fold);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fold, Folds.Length);
        return Enumerable.Range(0, FoldOf.Length).Where(i => wanted(FoldOf[i]));
    }
}
