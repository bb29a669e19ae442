using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Hosting.Storage;

/// <summary>A conversation has reached a severity that it did not have before: a reason for a trained person to look. It holds no message text.</summary>
public sealed record Alert
{
    /// <summary>The place in the outbox, rising within a tenant; 0 until the store has given one.</summary>
    public long Cursor { get; init; }

    /// <summary>The conversation.</summary>
    public required ConversationKey Key { get; init; }

    /// <summary>The severity that was reached.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The number of the message that reached it, counted from 1, duplicates not counted.</summary>
    public required int Sequence { get; init; }

    /// <summary>The risk at that message, in (0, 1): not a probability.</summary>
    public required double Risk { get; init; }

    /// <summary>Whose signals it is about; null when that is not known.</summary>
    public string? From { get; init; }

    /// <summary>Towards whom; null when that is not known.</summary>
    public string? Towards { get; init; }

    /// <summary>The tactics of the headline pair.</summary>
    public ImmutableArray<Tactic> Tactics { get; init; } = [];

    /// <summary>When it was raised, by the host's clock, to the millisecond.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Conversation, severity and sequence: equal for one alert however often it is delivered, so that a receiver can tell.</summary>
    public string IdempotencyKey =>
        string.Create(CultureInfo.InvariantCulture, $"{Key.Conversation}/{AssessmentJson.Name(Severity)}/{Sequence}");
}
