using GroomingSignals.Conversations;

namespace GroomingSignals.Hosting.Tests;

/// <summary>Composed messages: a cue here and there among filler.</summary>
internal static class Talk
{
    public static readonly ConversationKey Key = new("t", "c");

    public static readonly Participant[] Two =
    [
        new() { Id = "a", Age = AgeBand.Adult },
        new() { Id = "b", Age = AgeBand.From13To15 },
    ];

    private static readonly string[] Filler = ["ok", "see you at practice", "good game", "how was school", "lol", "dont tell your mom", "or else everybody sees it", "send me a picture"];

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public static Message Say(string id, string text = "good game", string sender = "a") => new() { Id = id, Sender = sender, Text = text };

    /// <summary>Message number i of a conversation: the same always.</summary>
    public static Message Number(int i, int salt = 0) => new()
    {
        Id = $"m{i}",
        Sender = (i + salt) % 3 == 0 ? "b" : "a",
        Text = Filler[((i * 5) + salt) % Filler.Length],
        Time = Start.AddMinutes(i),
    };

    /// <summary>What one process gives that folds the messages one by one.</summary>
    public static byte[] Fold(ConversationKey key, IEnumerable<Message> messages, IEnumerable<Participant>? participants = null)
    {
        var analyzer = Analyzer;
        var state = analyzer.Start(key.Conversation, participants ?? Two);
        foreach (var message in messages)
        {
            analyzer.Append(state, message);
        }

        return state.ToSnapshot();
    }

    public static RiskAnalyzer Analyzer { get; } = RiskAnalyzer.CreateDefault();
}
