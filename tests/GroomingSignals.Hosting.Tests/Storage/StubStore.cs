using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.InMemory;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>A store in memory whose commits a test can hold back, fail, or let take effect and fail all the same.</summary>
internal sealed class StubStore : IConversationStateStore
{
    private readonly InMemoryConversationStateStore _inner = new();
    private int _commits;

    public int Commits => _commits;

    public int Reads { get; private set; }

    public int LargestCommit { get; private set; }

    /// <summary>Called before a commit with its number, counted from 1.</summary>
    public Func<int, Task>? Before { get; set; }

    /// <summary>Called after a commit has taken effect.</summary>
    public Func<int, Task>? After { get; set; }

    public Exception? FailReads { get; set; }

    public ValueTask<StoredConversation?> ReadAsync(ConversationKey key, CancellationToken cancellationToken = default)
    {
        Reads++;
        return FailReads is null ? _inner.ReadAsync(key, cancellationToken) : throw FailReads;
    }

    public async ValueTask<CommitResult> CommitAsync(IReadOnlyList<ConversationChange> changes, CancellationToken cancellationToken = default)
    {
        int number = Interlocked.Increment(ref _commits);
        LargestCommit = Math.Max(LargestCommit, changes.Count);
        if (Before is not null)
        {
            await Before(number);
        }

        var result = await _inner.CommitAsync(changes, cancellationToken);
        if (After is not null)
        {
            await After(number);
        }

        return result;
    }

    public ValueTask<bool> EraseAsync(ConversationKey key, CancellationToken cancellationToken = default) => _inner.EraseAsync(key, cancellationToken);

    public ValueTask<int> EraseOlderAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default) =>
        _inner.EraseOlderAsync(before, limit, cancellationToken);

    public ValueTask<bool> ScrubAsync(CancellationToken cancellationToken = default) => _inner.ScrubAsync(cancellationToken);

    public ValueTask<IReadOnlyList<Alert>> ReadAlertsAsync(string tenant, long after, int limit, CancellationToken cancellationToken = default) =>
        _inner.ReadAlertsAsync(tenant, after, limit, cancellationToken);

    public ValueTask<long> ReadAlertsEndAsync(string tenant, CancellationToken cancellationToken = default) => _inner.ReadAlertsEndAsync(tenant, cancellationToken);

    public ValueTask<IReadOnlyList<ConversationRecord>> ReadParticipantAsync(
        string tenant, string participant, int limit, CancellationToken cancellationToken = default) =>
        _inner.ReadParticipantAsync(tenant, participant, limit, cancellationToken);

    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => _inner.CountAsync(cancellationToken);
}
