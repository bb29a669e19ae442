using System.Globalization;
using System.Text;
using GroomingSignals.Assessment;
using GroomingSignals.Hosting.Storage;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>Changes that differ by conversation and step, with an alert each and every second time with records of participants.</summary>
internal static class TestChanges
{
    public const string Tenant = "t";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static ConversationKey Key(int conversation) => new(Tenant, string.Create(CultureInfo.InvariantCulture, $"c{conversation}"));

    public static ConversationChange Change(ConversationKey key, long expected, int length, int step) => new()
    {
        Key = key,
        ExpectedVersion = expected,
        Next = new StoredConversation
        {
            Version = expected + 1,
            Snapshot = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key.Conversation} at {step} ") + new string('x', length)),
            UpdatedAt = Noon.AddMinutes(20 * step),
            AlertedSeverity = (Severity)(step % 3),
            LastSequence = step % 2 == 0 ? step : null,
            LateMessages = step / 2,
        },
        Alerts =
        [
            new Alert { Key = key, Severity = Severity.Review, Sequence = step, Risk = 0.25, RaisedAt = Noon, From = step % 2 == 0 ? "p" : null, Towards = step % 3 == 0 ? "ü" : null, Tactics = step % 2 == 0 ? [] : [Conversations.Tactic.Secrecy] },
        ],
        Participants = step % 2 == 0 ? [] : [new ParticipantRecord("p", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{step}"))), new ParticipantRecord("q", default)],
    };
}
