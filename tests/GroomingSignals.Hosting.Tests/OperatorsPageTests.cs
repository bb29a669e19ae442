using GroomingSignals.Evaluation.Tests;

namespace GroomingSignals.Hosting.Tests;

/// <summary>The program of <c>docs/operators.md</c> is that of <c>samples/FirstHost</c>, which the build compiles, and prints what the page says.</summary>
public sealed class OperatorsPageTests
{
    private static readonly SampleProgram Program = new("docs/operators.md", "first-host", "FirstHost.dll");

    [Fact]
    public void TheProgramOfThePageIsTheSample() =>
        Program.Block("snippet").Should().Be(File.ReadAllText(RepositoryFile.Path("samples/FirstHost/Program.cs")).ReplaceLineEndings("\n"));

    [Fact]
    public async Task TheProgramPrintsWhatThePageSaysAndKeepsItsState()
    {
        using var folder = new TemporaryFolder();

        (await Program.RunAsync(folder.Path)).Should().Be(Program.Block("output"));

        (await Program.RunAsync(folder.Path)).Should().Contain("m1 Duplicate").And.Contain("alert chat-17/review/2", "the state stands in state.db");
    }
}
