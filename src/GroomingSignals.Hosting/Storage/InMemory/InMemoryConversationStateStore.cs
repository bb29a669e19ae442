using System.Collections.Immutable;

namespace GroomingSignals.Hosting.Storage.InMemory;

/// <summary>Keeps conversations in the memory of the process, compactly: a million of them in well under 2.5 GB. What it holds ends with the process.</summary>
public sealed class InMemoryConversationStateStore : IConversationStateStore, IBoundedStore
{
    private const int Stripes = 64;

    private readonly ConversationStripe[] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new ConversationStripe())];
    private readonly AlertOutbox _alerts = new();
    private readonly ParticipantTable _participants = new();
    private readonly long _capacity;
    private long _count;
    private int _sweep;

    /// <summary>Makes an empty store.</summary>
    /// <param name="maximumConversations">How many conversations it takes; a new one beyond is refused. Null when there is no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumConversations"/> is below 1.</exception>
    public InMemoryConversationStateStore(long? maximumConversations = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumConversations ?? 1, 1, nameof(maximumConversations));
        _capacity = maximumConversations ?? long.MaxValue;
    }

    bool IBoundedStore.IsFull => Interlocked.Read(ref _count) >= _capacity;

    /// <inheritdoc/>
    public ValueTask<StoredConversation?> ReadAsync(ConversationKey key, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(StripeOf(key).Read(key));

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(IReadOnlyList<ConversationChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellationToken.ThrowIfCancellationRequested();
        ImmutableArray<RejectedChange>.Builder? rejected = null;
        for (int i = 0; i < changes.Count; i++)
        {
            if (Commit(changes[i]) is { } reason)
            {
                (rejected ??= ImmutableArray.CreateBuilder<RejectedChange>()).Add(new RejectedChange(i, reason));
            }
        }

        return ValueTask.FromResult(rejected is null ? default : new CommitResult(rejected.DrainToImmutable()));
    }

    /// <inheritdoc/>
    public ValueTask<bool> EraseAsync(ConversationKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Erase(key, long.MaxValue));
    }

    /// <inheritdoc/>
    public ValueTask<int> EraseOlderAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        long moment = before.ToUnixTimeMilliseconds();
        int erased = 0;
        for (int i = 0; i < Stripes && erased < limit; i++)
        {
            var stripe = _stripes[(_sweep + i) % Stripes];
            foreach (var key in stripe.Older(moment, limit - erased))
            {
                erased += Erase(key, moment) ? 1 : 0;
            }

            _sweep = erased < limit ? 0 : (_sweep + i) % Stripes;
        }

        return ValueTask.FromResult(erased);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ScrubAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(false);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Alert>> ReadAlertsAsync(string tenant, long after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ValueTask.FromResult(_alerts.Read(tenant, after, limit));
    }

    /// <inheritdoc/>
    public ValueTask<long> ReadAlertsEndAsync(string tenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return ValueTask.FromResult(_alerts.End);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ConversationRecord>> ReadParticipantAsync(
        string tenant, string participant, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(participant);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ValueTask.FromResult(_participants.Read(tenant, participant, limit));
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(Interlocked.Read(ref _count));

    private RejectionReason? Commit(ConversationChange change)
    {
        var stripe = StripeOf(change.Key);
        lock (stripe.Lock)
        {
            var refused = change.ExpectedVersion == 0 ? Add(stripe, change)
                : stripe.Replace(change.Key, change.ExpectedVersion, change.Next) ? null : RejectionReason.Conflict;
            if (refused is not null)
            {
                return refused;
            }

            _alerts.Add(change.Alerts);
            _participants.Replace(change.Key, change.Participants);
            return null;
        }
    }

    /// <summary>Adds a new conversation, where there is room. The caller holds the lock of its stripe.</summary>
    private RejectionReason? Add(ConversationStripe stripe, ConversationChange change)
    {
        if (stripe.Has(change.Key))
        {
            return RejectionReason.Conflict;
        }

        if (Interlocked.Increment(ref _count) > _capacity)
        {
            Interlocked.Decrement(ref _count);
            return RejectionReason.Full;
        }

        stripe.Add(change.Key, change.Next);
        return null;
    }

    /// <summary>Erases a conversation, unless it was committed at a moment or after it.</summary>
    private bool Erase(ConversationKey key, long before)
    {
        var stripe = StripeOf(key);
        lock (stripe.Lock)
        {
            if (!stripe.Remove(key, before))
            {
                return false;
            }

            Interlocked.Decrement(ref _count);
            _alerts.Erase(key);
            _participants.Erase(key);
            return true;
        }
    }

    private ConversationStripe StripeOf(ConversationKey key) => _stripes[(uint)key.GetHashCode() % Stripes];
}
