using GroomingSignals.Evaluation.Tests;
using GroomingSignals.Hosting.Tests;

namespace GroomingSignals.Training.Tests;

/// <summary>The program of <c>docs/classifier.md</c> is that of <c>samples/FirstClassifier</c>, which the build compiles, and prints what the page says.</summary>
public sealed class ClassifierPageTests
{
    private static readonly SampleProgram Program = new("docs/classifier.md", "first-classifier", "FirstClassifier.dll");

    [Fact]
    public void The_program_of_the_page_is_the_sample() =>
        Program.Block("snippet").Should().Be(File.ReadAllText(RepositoryFile.Path("samples/FirstClassifier/Program.cs")).ReplaceLineEndings("\n"));

    [Fact]
    public async Task The_program_prints_what_the_page_says_and_leaves_a_model_and_a_report()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            (await Program.RunAsync(folder, RepositoryFile.Path("samples/data/labelled.csv"))).Should().Be(Program.Block("output"));

            new FileInfo(Path.Combine(folder, "model.gsmodel")).Length.Should().BePositive();
            (await File.ReadAllTextAsync(Path.Combine(folder, "report.html"), TestContext.Current.CancellationToken)).Should().StartWith("<!DOCTYPE html>");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
