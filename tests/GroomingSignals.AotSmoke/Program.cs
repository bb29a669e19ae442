using System.Text;
using GroomingSignals;
using GroomingSignals.AotSmoke;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Scoring.Classifier;

// What an ahead-of-time compiled host does: load the built-in pack, analyse, stream, resume from a snapshot, write JSON.
// With two arguments, MODEL CONVERSATIONS, it loads a classifier too and writes what "analyze --format ndjson" writes, for .ci/full to compare.
if (args is [var model, var conversations])
{
    bool isHeard = false;
    var fused = new RiskAnalyzerBuilder().UseClassifier(RiskClassifier.Load(model)).Build();
    foreach (string line in File.ReadLines(conversations))
    {
        if (ConversationReader.Parse(Encoding.UTF8.GetBytes(line)).Value is not { } read)
        {
            return Fail("A line of the sample cannot be read.");
        }

        RiskAssessment assessment = fused.Analyze(read);
        if (Check.Of(fused, read, assessment) is { } problem)
        {
            return Fail(problem);
        }

        // In one conversation it may have nothing to say: on a track that raises no risk it is not heard.
        isHeard |= assessment.Contributions.Any(c => c.Name.StartsWith("classifier.", StringComparison.Ordinal));
        Console.Out.Write(assessment.ToJson() + "\n");
    }

    return isHeard ? 0 : Fail("The classifier says nothing in any ledger.");
}

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
Console.WriteLine(batch.ToJson());
return batch.Evidence.IsEmpty ? Fail("No evidence where a cue of the built-in pack stands.")
    : Check.Of(analyzer, conversation, batch) is { } wrong ? Fail(wrong)
    : 0;

static int Fail(string problem)
{
    Console.Error.WriteLine(problem);
    return 1;
}
