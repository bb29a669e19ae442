using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Monitoring;
using GroomingSignals.Hosting.Reloading;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Telemetry;
using GroomingSignals.Participants;
using GroomingSignals.Tracking;
using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting;

/// <summary>
/// Takes messages in as they arrive, scores each at once, and acknowledges when the state is committed. Thread-safe.
/// A message with an id is applied once within a window of 32 messages of its conversation; messages of a conversation apply in the order in which
/// they were given to <c>AppendAsync</c>.
/// </summary>
public sealed class ConversationMonitor
{
    private readonly RiskAnalyzerSource _source;
    private readonly IConversationStateStore _store;
    private readonly GroomingSignalsOptions _options;
    private readonly HostingTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly IdHasher _ids;
    private readonly Shard[] _shards;
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _waitingMessages;
    private long _waitingCharacters;
    private volatile bool _stopping;

    internal ConversationMonitor(
        RiskAnalyzerSource source, IConversationStateStore store, GroomingSignalsOptions options, HostingTelemetry telemetry, ILogger logger,
        TimeProvider time, IParticipantProjector? projector = null)
    {
        projector ??= options.FollowParticipants ? new ParticipantSummaries() : null;
        (_source, _store, _options, _telemetry, _logger) = (source, store, options, telemetry, logger);
        _ids = new IdHasher(options.IdHashKey);
        int live = (options.LiveConversations + options.Shards - 1) / options.Shards;
        _shards =
        [
            .. Enumerable.Range(0, options.Shards).Select(_ => new Shard(new ShardWorker(
                source, store, new ConversationFolder(telemetry, _ids, projector, options.MinimumAlertSeverity), telemetry, logger, time,
                new LiveCache(live), options.CommitMessages, Completed))),
        ];
        telemetry.Watch(() => Volatile.Read(ref _waitingMessages), () => _shards.Sum(s => (long)s.LiveCount));
    }

    /// <summary>Takes one message in.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="message">The message.</param>
    /// <param name="participants">The participants that are known, also when the conversation was told of them before; null when there is nothing to say.</param>
    /// <param name="cancellationToken">Gives up before the message is taken in; afterwards it has no effect, since it would leave open what happened.</param>
    /// <returns>What became of it, once that is committed; or that it was not taken in. Await it once.</returns>
    /// <exception cref="ArgumentException">The key, the message or a participant is not usable; the message says which and why.</exception>
    /// <exception cref="StateStoreException">The store failed, and nothing is acknowledged: send the message again.</exception>
    public ValueTask<AppendReport> AppendAsync(
        ConversationKey key, IncomingMessage message, IReadOnlyList<Participant>? participants = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DeliveryCheck.Key(key);
        DeliveryCheck.Message(message.Message, nameof(message));
        DeliveryCheck.Participants(participants);
        return Offer(new Delivery(_ids.Hash(key), message, participants));
    }

    /// <summary>Takes several messages of a conversation in: they are committed together, or none of them is.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="messages">The messages in order; at least one. The list is not to be changed before the result is there.</param>
    /// <param name="participants">The participants that are known, also when the conversation was told of them before; null when there is nothing to say.</param>
    /// <param name="cancellationToken">Gives up before the messages are taken in.</param>
    /// <returns>What became of each, once that is committed; or that none was taken in. Await it once.</returns>
    /// <exception cref="ArgumentException">The key, a message or a participant is not usable, or there are none or more than the options allow.</exception>
    /// <exception cref="StateStoreException">The store failed, and nothing is acknowledged: send the messages again.</exception>
    public ValueTask<AppendReport> AppendAsync(
        ConversationKey key, IReadOnlyList<IncomingMessage> messages, IReadOnlyList<Participant>? participants = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        cancellationToken.ThrowIfCancellationRequested();
        DeliveryCheck.Key(key);
        if (messages.Count == 0 || messages.Count > _options.MaximumAppendMessages)
        {
            throw new ArgumentException($"There are {messages.Count} messages; there must be from 1 to {_options.MaximumAppendMessages}.", nameof(messages));
        }

        for (int i = 0; i < messages.Count; i++)
        {
            DeliveryCheck.Message(messages[i].Message, nameof(messages), i);
        }

        DeliveryCheck.Participants(participants);
        return Offer(new Delivery(_ids.Hash(key), messages, participants));
    }

    /// <summary>Assesses a conversation as it is committed: every message that was acknowledged counts.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The assessment, without message text; null when there is no such conversation.</returns>
    /// <exception cref="ArgumentException">The key is not usable.</exception>
    /// <exception cref="InvalidDataException">What is stored is damaged.</exception>
    public async ValueTask<RiskAssessment?> AssessAsync(ConversationKey key, CancellationToken cancellationToken = default)
    {
        DeliveryCheck.Key(key);
        if (await _store.ReadAsync(_ids.Hash(key), cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return null;
        }

        var analyzer = _source.Current;
        var assessment = analyzer.Assess(analyzer.Resume(stored.Snapshot.Span));
        return stored.LateMessages == 0 ? assessment : assessment with { Assumptions = assessment.Assumptions.Add(LateMessages(stored.LateMessages)) };
    }

    /// <summary>
    /// Assesses a participant over all their conversations, as they are committed. Nothing merged is kept, so that a conversation that was erased is gone from here too.
    /// Needs <see cref="GroomingSignalsOptions.FollowParticipants"/>.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="participant">The id of the participant, as messages have it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The assessment, without message text; null when there is no conversation in which the participant has written to a possible minor.</returns>
    /// <exception cref="ArgumentException">An id is not usable.</exception>
    /// <exception cref="InvalidOperationException">Participants are not followed.</exception>
    /// <exception cref="InvalidDataException">What is stored is damaged, or a projector of the host's own has written it.</exception>
    public async ValueTask<ParticipantAssessment?> AssessParticipantAsync(string tenant, string participant, CancellationToken cancellationToken = default)
    {
        string id = _ids.Hash(IdGuard.Check(tenant, "tenant", nameof(tenant)), IdGuard.Check(participant, "participant", nameof(participant)));
        if (!_options.FollowParticipants)
        {
            throw new InvalidOperationException($"Participants are not followed: set {nameof(GroomingSignalsOptions)}.{nameof(GroomingSignalsOptions.FollowParticipants)}.");
        }

        int bound = _options.ParticipantConversations;
        var records = await _store.ReadParticipantAsync(tenant, id, bound + 1, cancellationToken).ConfigureAwait(false);
        if (records.Count == 0)
        {
            return null;
        }

        var state = new ParticipantState(id);
        for (int i = 0; i < Math.Min(bound, records.Count); i++)
        {
            state.Merge(ParticipantState.FromSnapshot(records[i].Data.Span));
        }

        var assessment = _source.Current.Assess(state);
        return records.Count <= bound ? assessment : assessment with { Assumptions = assessment.Assumptions.Add(MoreConversations(bound)) };
    }

    /// <summary>Erases a conversation: state, alerts and records of participants. Messages of it that were given in before are finished first.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Gives up before the wish is taken in.</param>
    /// <returns>True when there was something to erase.</returns>
    /// <exception cref="ArgumentException">The key is not usable.</exception>
    /// <exception cref="StateStoreException">The store failed, too many messages wait, or the host is shutting down: ask again.</exception>
    public async ValueTask<bool> EraseAsync(ConversationKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DeliveryCheck.Key(key);
        var erasure = Delivery.Erasure(_ids.Hash(key));
        var report = await Offer(erasure).ConfigureAwait(false);
        return report.Status == AppendStatus.Accepted
            ? erasure.Found
            : throw new StateStoreException("The conversation is not erased, since the host is busy or shutting down: ask again.");
    }

    /// <summary>The form in which an id of a tenant is kept and shown: its keyed hash when the options have a key, otherwise the id itself.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="id">The id of a conversation, participant or message.</param>
    /// <exception cref="ArgumentException">An id is not usable.</exception>
    public string IdOf(string tenant, string id) =>
        _ids.Hash(IdGuard.Check(tenant, "tenant", nameof(tenant)), IdGuard.Check(id, "kept", nameof(id)));

    /// <summary>Takes no more messages in and waits until those that were are committed.</summary>
    internal async Task DrainAsync(CancellationToken cancellationToken)
    {
        Log.Draining(_logger);
        _stopping = true;
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waitingMessages) == 0)
        {
            _drained.TrySetResult();
        }

        try
        {
            await _drained.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            Log.Drained(_logger);
        }
        catch (OperationCanceledException)
        {
            Log.DrainCut(_logger, Volatile.Read(ref _waitingMessages));
        }
    }

    private static Assumption LateMessages(int count) =>
        new("sequence-late", null, count, "A message came after one with a higher sequence number; it was applied in the order of arrival.");

    private static Assumption MoreConversations(int bound) =>
        new("conversations-truncated", null, 1, string.Create(CultureInfo.InvariantCulture, $"The participant is in more than {bound} conversations: those whose ids come last were not looked at."));

    private ValueTask<AppendReport> Offer(Delivery delivery)
    {
        long messages = Interlocked.Add(ref _waitingMessages, delivery.Count);
        long characters = Interlocked.Add(ref _waitingCharacters, delivery.Characters);

        // What alone is larger than the bound gets through when nothing else waits.
        bool full = (messages > _options.QueueMessages && messages > delivery.Count)
            || (characters > _options.QueueCharacters && characters > delivery.Characters);
        if (full || _stopping)
        {
            Completed(delivery);
            var status = _stopping ? AppendStatus.Stopping : AppendStatus.QueueFull;
            _telemetry.Refused(status, delivery.Count);
            return ValueTask.FromResult(new AppendReport { Status = status, Messages = [] });
        }

        var shard = _shards[ShardOf(delivery.Key)];
        if (_telemetry.Traces)
        {
            return Traced(shard, delivery);
        }

        shard.Offer(delivery);
        return delivery.Task;
    }

    private async ValueTask<AppendReport> Traced(Shard shard, Delivery delivery)
    {
        using var activity = _telemetry.StartAppend(delivery.Count);
        shard.Offer(delivery);
        var report = await delivery.Task.ConfigureAwait(false);
        HostingTelemetry.End(activity, report);
        return report;
    }

    private int ShardOf(ConversationKey key)
    {
        var hash = StableHash.Start();
        hash.Add(key.Tenant);
        hash.Add(key.Conversation);
        return (int)(hash.Value % (ulong)_shards.Length);
    }

    private void Completed(Delivery delivery)
    {
        Interlocked.Add(ref _waitingCharacters, -delivery.Characters);
        if (Interlocked.Add(ref _waitingMessages, -delivery.Count) == 0 && _stopping)
        {
            _drained.TrySetResult();
        }
    }
}
