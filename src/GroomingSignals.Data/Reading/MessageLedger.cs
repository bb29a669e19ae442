using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>The messages of one conversation so far. An id may return with equal content only: the engine then counts it once.</summary>
internal sealed class MessageLedger
{
    private Dictionary<string, int>? _byId;

    public List<Message> Messages { get; } = [];

    /// <summary>Adds a message; false when its id was used before for a different one.</summary>
    public bool TryAdd(Message message)
    {
        if (message.Id is not null)
        {
            _byId ??= new Dictionary<string, int>(StringComparer.Ordinal);
            if (!_byId.TryAdd(message.Id, Messages.Count))
            {
                if (Messages[_byId[message.Id]] != message)
                {
                    return false;
                }

                message = message with { IsRepeat = true };
            }
        }

        Messages.Add(message);
        return true;
    }
}
