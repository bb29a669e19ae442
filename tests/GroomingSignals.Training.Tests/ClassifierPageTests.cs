using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GroomingSignals.Training.Tests;

/// <summary>The program of <c>docs/classifier.md</c> is that of <c>samples/FirstClassifier</c>, which the build compiles, and prints what the page says.</summary>
public sealed class ClassifierPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFile("docs/classifier.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_program_of_the_page_is_the_sample() =>
        Block("snippet").Should().Be(File.ReadAllText(RepositoryFile("samples/FirstClassifier/Program.cs")).ReplaceLineEndings("\n"));

    [Fact]
    public async Task The_program_prints_what_the_page_says_and_leaves_a_model_and_a_report()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            (await RunAsync(folder)).Should().Be(Block("output"));

            new FileInfo(Path.Combine(folder, "model.gsmodel")).Length.Should().BePositive();
            (await File.ReadAllTextAsync(Path.Combine(folder, "report.html"), TestContext.Current.CancellationToken)).Should().StartWith("<!DOCTYPE html>");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "FirstClassifier.dll"), RepositoryFile("samples/data/labelled.csv") },
        };
        using var process = Process.Start(start)!;
        string printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.Should().Be(0, "{0}", printed);
        return printed.ReplaceLineEndings("\n");
    }

    private static string Block(string kind)
    {
        var block = Regex.Match(Page, $@"^<!-- {kind}: first-classifier -->\n```[a-z]*\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        block.Success.Should().BeTrue("docs/classifier.md has a block under <!-- {0}: first-classifier -->", kind);
        return block.Groups["body"].Value;
    }

    private static string RepositoryFile(string relative)
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !Directory.Exists(Path.Combine(directory.FullName, "data-schemas")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory!.FullName, relative);
    }
}
