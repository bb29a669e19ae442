using GroomingSignals.Conversations;

namespace ModerationService.Tests.Crash;

/// <summary>What is sent in a crash run: the same always. Composed messages, a cue here and there among filler.</summary>
/// <param name="Messages">How many in all.</param>
/// <param name="Conversations">Over how many conversations.</param>
/// <param name="Kills">How often the service is killed.</param>
internal sealed record CrashPlan(int Messages, int Conversations, int Kills)
{
    private static readonly string[] Texts =
    [
        "ok", "see you at practice", "good game", "how was school", "lol", "dont tell your mom", "nice goal", "or else everybody sees it", "on my way", "send me a pic",
        "which level are you on", "brb",
    ];

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The plan of the environment (<c>CRASH_MESSAGES</c>, <c>CRASH_CONVERSATIONS</c>, <c>CRASH_KILLS</c>), or a short one.</summary>
    public static CrashPlan OfEnvironment() => new(Of("CRASH_MESSAGES", 6_000), Of("CRASH_CONVERSATIONS", 300), Of("CRASH_KILLS", 3));

    public int Length(int conversation) => (Messages / Conversations) + (conversation < Messages % Conversations ? 1 : 0);

    public static string Id(int conversation) => $"c{conversation}";

    /// <summary>Some are heard towards a minor, some towards nobody known.</summary>
    public static Participant[] Participants(int conversation) =>
    [
        new() { Id = $"a{conversation % 97}", Age = AgeBand.Adult, Provenance = AgeProvenance.Declared },
        new() { Id = $"b{conversation % 89}", Age = conversation % 3 == 0 ? AgeBand.Unknown : AgeBand.From13To15, Provenance = AgeProvenance.Verified },
    ];

    public static Message Message(int conversation, int number) => new()
    {
        Id = $"m{number}",
        Sender = (number + conversation) % 3 == 0 ? $"b{conversation % 89}" : $"a{conversation % 97}",
        Text = Texts[((number * 5) + (conversation * 7)) % Texts.Length],
        Time = Start.AddMinutes(conversation + (number * 3)),
    };

    /// <summary>How many messages go together in the request that begins with this one.</summary>
    public int Batch(int conversation, int number) => Math.Min((number + conversation) % 10 == 0 ? 3 : 1, Length(conversation) - number);

    private static int Of(string name, int standard) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : standard;
}
