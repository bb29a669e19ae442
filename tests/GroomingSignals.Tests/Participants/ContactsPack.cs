using GroomingSignals.Conversations;
using GroomingSignals.Participants;
using GroomingSignals.Tests.Properties;

namespace GroomingSignals.Tests.Participants;

/// <summary>Makes summaries of small conversations under the rules of <see cref="SmallPack"/>.</summary>
internal static class ContactsPack
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public static RiskAnalyzer Analyzer => SmallPack.Analyzer;

    /// <summary>The summary of one speaker.</summary>
    public static ParticipantState Of(string conversation, string speaker, AgeBand age, string[] minors, string[] texts, double hours = 0)
    {
        var state = Analyzer.Start(conversation, [new Participant { Id = speaker, Age = age }, .. minors.Select(Minor)]);
        foreach (string text in texts)
        {
            Analyzer.Append(state, new Message { Sender = speaker, Text = text, Time = Start.AddHours(hours) });
        }

        return ParticipantState.Summarize(state).Single(s => s.ParticipantId == speaker);
    }

    /// <summary>What is known of an adult who said this to each of so many minors, each in a conversation of its own.</summary>
    public static ParticipantState ToEach(int minors, params string[] texts)
    {
        var state = new ParticipantState("a");
        for (int i = 0; i < minors; i++)
        {
            state.Merge(Of($"c{i}", "a", AgeBand.Adult, [$"m{i}"], texts, hours: i * 30));
        }

        return state;
    }

    private static Participant Minor(string id) => new() { Id = id, Age = AgeBand.From13To15, Provenance = AgeProvenance.Verified };
}
