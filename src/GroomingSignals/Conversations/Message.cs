namespace GroomingSignals.Conversations;

/// <summary>One message. The text is any UTF-16, lone surrogates included, of any length.</summary>
public sealed record Message
{
    /// <summary>The id of the message, unique within its conversation; null when the platform gives none, and the index in the conversation is used.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the participant who sent it. Not empty.</summary>
    public required string Sender { get; init; }

    /// <summary>When it was sent; null when not known.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>True when <see cref="Time"/> was written without an offset and UTC was assumed; the result says so.</summary>
    public bool TimeOffsetAssumed { get; init; }

    /// <summary>The text; empty for a message that has tags only.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the platform says of the message.</summary>
    public MessageTags Tags { get; init; }

    /// <summary>True when a reader that holds the whole conversation has given this message before: it counts once, however far back that was.</summary>
    internal bool IsRepeat { get; init; }
}
