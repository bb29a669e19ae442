using System.Collections.Immutable;

namespace GroomingSignals.Hosting.Storage;

/// <summary>What a commit did: all changes but the rejected ones are stored, in one transaction.</summary>
public readonly record struct CommitResult
{
    private readonly ImmutableArray<RejectedChange> _rejected;

    /// <summary>A result with rejected changes.</summary>
    /// <param name="rejected">Those that were left out, in order of their place.</param>
    public CommitResult(ImmutableArray<RejectedChange> rejected) => _rejected = rejected;

    /// <summary>The changes that were left out, in order of their place.</summary>
    public ImmutableArray<RejectedChange> Rejected => _rejected.IsDefault ? [] : _rejected;
}
