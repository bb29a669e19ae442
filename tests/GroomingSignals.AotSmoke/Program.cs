using GroomingSignals;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

// What an ahead-of-time compiled host does: load the built-in pack, analyse, stream, resume from a snapshot, write JSON.
Conversation conversation = new()
{
    Id = "smoke",
    Participants = [new() { Id = "a", Age = AgeBand.Adult }, new() { Id = "b", Age = AgeBand.From13To15 }],
    Messages =
    [
        new() { Sender = "b", Text = "practice was long today" },
        new() { Sender = "a", Text = "dont tell your mom ok" },
    ],
};
var analyzer = RiskAnalyzer.CreateDefault();
RiskAssessment batch = analyzer.Analyze(conversation);

var state = analyzer.Start(conversation.Id, conversation.Participants);
foreach (Message message in conversation.Messages)
{
    analyzer.Append(state, message);
    state = analyzer.Resume(state.ToSnapshot());
}

string whole = batch.ToJson();
string streamed = analyzer.Assess(state).ToJson();
Console.WriteLine(whole);
if (batch.Evidence.IsEmpty)
{
    Console.Error.WriteLine("No evidence where a cue of the built-in pack stands.");
    return 1;
}

if (whole != streamed)
{
    Console.Error.WriteLine("Streaming with snapshots gives another result than the whole conversation.");
    return 1;
}

return 0;
