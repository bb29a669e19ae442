using GroomingSignals.Hosting;
using GroomingSignals.Hosting.Storage;

namespace ModerationService.Tests;

/// <summary>A store of which every request fails.</summary>
internal sealed class FailingStore(Exception failure) : IConversationStateStore
{
    public ValueTask<StoredConversation?> ReadAsync(ConversationKey key, CancellationToken cancellationToken = default) => ValueTask.FromException<StoredConversation?>(failure);

    public ValueTask<CommitResult> CommitAsync(IReadOnlyList<ConversationChange> changes, CancellationToken cancellationToken = default) => ValueTask.FromException<CommitResult>(failure);

    public ValueTask<bool> EraseAsync(ConversationKey key, CancellationToken cancellationToken = default) => ValueTask.FromException<bool>(failure);

    public ValueTask<int> EraseOlderAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default) => ValueTask.FromException<int>(failure);

    public ValueTask<bool> ScrubAsync(CancellationToken cancellationToken = default) => ValueTask.FromException<bool>(failure);

    public ValueTask<IReadOnlyList<Alert>> ReadAlertsAsync(string tenant, long after, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<IReadOnlyList<Alert>>(failure);

    public ValueTask<long> ReadAlertsEndAsync(string tenant, CancellationToken cancellationToken = default) => ValueTask.FromException<long>(failure);

    public ValueTask<IReadOnlyList<ConversationRecord>> ReadParticipantAsync(string tenant, string participant, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<IReadOnlyList<ConversationRecord>>(failure);

    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => ValueTask.FromException<long>(failure);
}
