using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GroomingSignals.Hosting.Tests;

/// <summary>The program of <c>docs/operators.md</c> is that of <c>samples/FirstHost</c>, which the build compiles, and prints what the page says.</summary>
public sealed class OperatorsPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFile("docs/operators.md")).ReplaceLineEndings("\n");

    [Fact]
    public void TheProgramOfThePageIsTheSample() =>
        Block("snippet").Should().Be(File.ReadAllText(RepositoryFile("samples/FirstHost/Program.cs")).ReplaceLineEndings("\n"));

    [Fact]
    public async Task TheProgramPrintsWhatThePageSaysAndKeepsItsState()
    {
        using var folder = new TemporaryFolder();

        (await RunAsync(folder)).Should().Be(Block("output"));

        (await RunAsync(folder)).Should().Contain("m1 Duplicate").And.Contain("alert chat-17/review/2", "the state stands in state.db");
    }

    internal static string RepositoryFile(string relative)
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !Directory.Exists(Path.Combine(directory.FullName, "data-schemas")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory!.FullName, relative);
    }

    private static async Task<string> RunAsync(TemporaryFolder folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "FirstHost.dll") },
            Environment = { ["Logging__LogLevel__Default"] = "Warning" },
        };
        using var process = Process.Start(start)!;
        string printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.Should().Be(0, "{0}", printed);
        return printed.ReplaceLineEndings("\n");
    }

    private static string Block(string kind)
    {
        var block = Regex.Match(Page, $@"^<!-- {kind}: first-host -->\n```[a-z]*\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline);
        block.Success.Should().BeTrue("docs/operators.md has a block under <!-- {0}: first-host -->", kind);
        return block.Groups["body"].Value;
    }
}
