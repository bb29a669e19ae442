using System.Diagnostics;
using System.Text.RegularExpressions;
using GroomingSignals.Evaluation.Tests;

namespace GroomingSignals.Hosting.Tests;

/// <summary>A program of <c>samples</c> that a page of <c>docs</c> shows, with what it prints.</summary>
/// <param name="page">The page.</param>
/// <param name="name">What the blocks of the page are called.</param>
/// <param name="assembly">The program, which the build puts beside the tests.</param>
internal sealed class SampleProgram(string page, string name, string assembly)
{
    private readonly string _page = File.ReadAllText(RepositoryFile.Path(page)).ReplaceLineEndings("\n");

    /// <summary>The block under <c>&lt;!-- kind: name --&gt;</c>.</summary>
    public string Block(string kind)
    {
        var block = Regex.Match(_page, $@"^<!-- {kind}: {name} -->\n```[a-z]*\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, TimeSpan.FromSeconds(10));
        block.Success.Should().BeTrue("{0} has a block under <!-- {1}: {2} -->", page, kind, name);
        return block.Groups["body"].Value;
    }

    /// <summary>What the program prints when it runs in a folder.</summary>
    public async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, assembly) },
            Environment = { ["Logging__LogLevel__Default"] = "Warning" },
        };
        arguments.ToList().ForEach(start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        string printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.Should().Be(0, "{0}", printed);
        return printed.ReplaceLineEndings("\n");
    }
}
