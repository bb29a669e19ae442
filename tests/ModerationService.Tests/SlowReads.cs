using GroomingSignals.Hosting;
using GroomingSignals.Hosting.Storage;

namespace ModerationService.Tests;

/// <summary>A store that never answers a question, and gives up when it is told to.</summary>
internal sealed class SlowReads : IConversationStateStore
{
    public ValueTask<StoredConversation?> ReadAsync(ConversationKey key, CancellationToken cancellationToken = default) => Never<StoredConversation?>(cancellationToken);

    public ValueTask<CommitResult> CommitAsync(IReadOnlyList<ConversationChange> changes, CancellationToken cancellationToken = default) => Never<CommitResult>(cancellationToken);

    public ValueTask<bool> EraseAsync(ConversationKey key, CancellationToken cancellationToken = default) => Never<bool>(cancellationToken);

    public ValueTask<int> EraseOlderAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default) => Never<int>(cancellationToken);

    public ValueTask<bool> ScrubAsync(CancellationToken cancellationToken = default) => Never<bool>(cancellationToken);

    public ValueTask<IReadOnlyList<Alert>> ReadAlertsAsync(string tenant, long after, int limit, CancellationToken cancellationToken = default) =>
        Never<IReadOnlyList<Alert>>(cancellationToken);

    public ValueTask<long> ReadAlertsEndAsync(string tenant, CancellationToken cancellationToken = default) => Never<long>(cancellationToken);

    public ValueTask<IReadOnlyList<ConversationRecord>> ReadParticipantAsync(string tenant, string participant, int limit, CancellationToken cancellationToken = default) =>
        Never<IReadOnlyList<ConversationRecord>>(cancellationToken);

    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => Never<long>(cancellationToken);

    private static async ValueTask<T> Never<T>(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return default!;
    }
}
