using System.Collections.Immutable;
using System.Threading.Tasks.Sources;
using GroomingSignals.Conversations;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>Messages on their way through a shard, or the wish to erase; and the promise to whoever waits.</summary>
internal sealed class Delivery : IValueTaskSource<AppendReport>
{
    private static readonly ImmutableArray<MessageOutcome>[] OfOne = [.. Enum.GetValues<MessageOutcome>().Select(o => ImmutableArray.Create(o))];

    private readonly IncomingMessage _single;
    private readonly IReadOnlyList<IncomingMessage>? _many;
    private readonly MessageOutcome[]? _outcomes;
    private MessageOutcome _outcome;
    // Says only that the report may be read: it need not stand here twice.
    private ManualResetValueTaskSourceCore<bool> _promise = new() { RunContinuationsAsynchronously = true };

    public Delivery(ConversationKey key, in IncomingMessage message, IReadOnlyList<Participant>? participants)
    {
        Key = key;
        _single = message;
        Count = 1;
        Characters = message.Message.Text.Length;
        Participants = participants;
    }

    public Delivery(ConversationKey key, IReadOnlyList<IncomingMessage> messages, IReadOnlyList<Participant>? participants)
    {
        Key = key;
        _many = messages;
        _outcomes = new MessageOutcome[messages.Count];
        Count = messages.Count;
        Characters = messages.Sum(m => (long)m.Message.Text.Length);
        Participants = participants;
    }

    private Delivery(ConversationKey key)
    {
        Key = key;
        Count = 1;
        IsErasure = true;
    }

    public ConversationKey Key { get; }

    /// <summary>How many messages; an erasure waits like one.</summary>
    public int Count { get; }

    /// <summary>How many UTF-16 code units of text.</summary>
    public long Characters { get; }

    public bool IsErasure { get; }

    /// <summary>Whether whoever waits has been told.</summary>
    public bool IsFinished { get; set; }

    /// <summary>Whether an erasure found something.</summary>
    public bool Found { get; set; }

    public IReadOnlyList<Participant>? Participants { get; }

    /// <summary>What to acknowledge once it is committed.</summary>
    public AppendReport Report { get; set; }

    public ValueTask<AppendReport> Task => new(this, _promise.Version);

    public static Delivery Erasure(ConversationKey key) => new(key);

    public IncomingMessage Message(int index) => _many is null ? _single : _many[index];

    public void SetOutcome(int index, MessageOutcome outcome)
    {
        if (_outcomes is null)
        {
            _outcome = outcome;
        }
        else
        {
            _outcomes[index] = outcome;
        }
    }

    public ImmutableArray<MessageOutcome> Outcomes() => _outcomes is null ? OfOne[(int)_outcome] : [.. _outcomes];

    public void Acknowledge() => _promise.SetResult(true);

    public void Refuse(AppendStatus status)
    {
        Report = new AppendReport { Status = status, Messages = [] };
        _promise.SetResult(true);
    }

    public void Fail(Exception exception) => _promise.SetException(exception);

    AppendReport IValueTaskSource<AppendReport>.GetResult(short token)
    {
        _promise.GetResult(token);
        return Report;
    }

    ValueTaskSourceStatus IValueTaskSource<AppendReport>.GetStatus(short token) => _promise.GetStatus(token);

    void IValueTaskSource<AppendReport>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _promise.OnCompleted(continuation, state, token, flags);
}
