using GroomingSignals.Conversations;
using GroomingSignals.Evaluation.Tests;
using GroomingSignals.Participants;

namespace GroomingSignals.Hosting.Tests;

/// <summary>The snippet of <c>docs/participants.md</c> stands here, line for line, and runs.</summary>
public sealed class ParticipantsPageTests
{
    [Fact]
    public void TheSnippetOfThePageFollowsAParticipant()
    {
        var analyzer = RiskAnalyzer.CreateDefault();
        var view = new ParticipantState("a");
        foreach (string child in (string[])["c1", "c2", "c3"])
        {
            // The conversation needs an id: by it conversations are told apart.
            var conversation = analyzer.Start($"chat-with-{child}", [new Participant { Id = "a", Age = AgeBand.Adult }, new Participant { Id = child, Age = AgeBand.From13To15 }]);
            analyzer.Append(conversation, new Message { Sender = "a", Text = "dont tell your mom ok" });
            foreach (var summary in ParticipantState.Summarize(conversation).Where(s => s.ParticipantId == "a"))
            {
                view.Merge(summary);
            }
        }

        ParticipantAssessment result = analyzer.Assess(view);

        result.Reached.Value.Should().Be(3);
        result.Evidence.Should().Contain(e => e.Rules.Contains("GS-SEC-001"));
    }

    [Fact]
    public void TheSnippetOfThePageIsTheOneThatRunsHere()
    {
        string page = Read("docs/participants.md");
        string from = "<!-- snippet: participant-view -->\n```csharp\n";
        string[] snippet = page[(page.IndexOf(from, StringComparison.Ordinal) + from.Length)..].Split("```", 2)[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] here = [.. Read("tests/GroomingSignals.Hosting.Tests/ParticipantsPageTests.cs").Split('\n').Select(l => l.Trim())];

        string[] lines = [.. snippet.Where(l => !l.StartsWith("using ", StringComparison.Ordinal)).Select(l => l.Trim())];
        lines.Should().HaveCountGreaterThan(8);
        string.Join('\n', here.Where(l => l.Length > 0)).Should().Contain(string.Join('\n', lines));
        snippet.Should().Contain(["using GroomingSignals;", "using GroomingSignals.Conversations;", "using GroomingSignals.Participants;"]);
    }

    private static string Read(string relative) => File.ReadAllText(RepositoryFile.Path(relative)).ReplaceLineEndings("\n");
}
