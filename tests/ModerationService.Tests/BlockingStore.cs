using GroomingSignals.Hosting;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.InMemory;

namespace ModerationService.Tests;

/// <summary>A store whose commits wait until they are let through, or fail.</summary>
internal sealed class BlockingStore : IConversationStateStore
{
    private readonly InMemoryConversationStateStore _inner = new();

    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ValueTask<StoredConversation?> ReadAsync(ConversationKey key, CancellationToken cancellationToken = default) => _inner.ReadAsync(key, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(IReadOnlyList<ConversationChange> changes, CancellationToken cancellationToken = default)
    {
        await Gate.Task;
        return await _inner.CommitAsync(changes, cancellationToken);
    }

    public ValueTask<bool> EraseAsync(ConversationKey key, CancellationToken cancellationToken = default) => _inner.EraseAsync(key, cancellationToken);

    public ValueTask<int> EraseOlderAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default) =>
        _inner.EraseOlderAsync(before, limit, cancellationToken);

    public ValueTask<bool> ScrubAsync(CancellationToken cancellationToken = default) => _inner.ScrubAsync(cancellationToken);

    public ValueTask<IReadOnlyList<Alert>> ReadAlertsAsync(string tenant, long after, int limit, CancellationToken cancellationToken = default) =>
        _inner.ReadAlertsAsync(tenant, after, limit, cancellationToken);

    public ValueTask<long> ReadAlertsEndAsync(string tenant, CancellationToken cancellationToken = default) => _inner.ReadAlertsEndAsync(tenant, cancellationToken);

    public ValueTask<IReadOnlyList<ConversationRecord>> ReadParticipantAsync(string tenant, string participant, int limit, CancellationToken cancellationToken = default) =>
        _inner.ReadParticipantAsync(tenant, participant, limit, cancellationToken);

    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => _inner.CountAsync(cancellationToken);
}
