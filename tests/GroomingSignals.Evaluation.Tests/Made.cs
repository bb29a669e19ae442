using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Data.Samples;

namespace GroomingSignals.Evaluation.Tests;

/// <summary>Labelled conversations made by hand or composed.</summary>
internal static class Made
{
    public static LabelledConversation Conversation(string id, bool? label, params string[] texts) => From(id, label, "a", texts);

    public static LabelledConversation From(string id, bool? label, string sender, params string[] texts) =>
        new(new Conversation { Id = id, Messages = [.. texts.Select(t => new Message { Sender = sender, Text = t })] }, label);

    /// <summary>Conversations of unlike texts, the first so many of which are positive.</summary>
    public static IReadOnlyList<LabelledConversation> Unlike(int count, int positives) =>
        [.. Enumerable.Range(0, count).Select(i => Conversation($"c{i}", i < positives, Text(i)))];

    /// <summary>A text of twelve words that no other number has.</summary>
    public static string Text(int number) => string.Join(' ', Enumerable.Range(0, 12).Select(w => $"w{number}x{w}"));

    public static IReadOnlyList<LabelledConversation> Composed(ulong seed, int count) =>
        [.. new SampleComposer(seed).ComposeMany(count).Select(s => new LabelledConversation(s.Conversation, s.Label == 1) { Synthetic = true, MessageTactics = [.. s.Tactics.Select(t => (IReadOnlyList<Tactic>)t)] })];
}
