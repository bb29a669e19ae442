using System.Diagnostics;

namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class ColdStartTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    /// <summary>A copy of the tool without what trains and evaluates: were any of it loaded, the copy would fail.</summary>
    [Theory]
    [InlineData("analyze")]
    [InlineData("synthesize")]
    [InlineData("rules")]
    public async Task What_does_not_train_runs_without_the_assemblies_that_do(string command)
    {
        string folder = Directory.CreateDirectory(_tool.Path("copy")).FullName;
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(Path.Combine(AppContext.BaseDirectory, "grooming-signals.runtimeconfig.json")))
        {
            string name = Path.GetFileName(file);
            if (!name.StartsWith("Microsoft.ML", StringComparison.Ordinal) && !name.StartsWith("GroomingSignals.Training", StringComparison.Ordinal)
                && !name.StartsWith("GroomingSignals.Evaluation", StringComparison.Ordinal))
            {
                File.Copy(file, Path.Combine(folder, name));
            }
        }

        string[] arguments = command switch
        {
            "analyze" => ["analyze", _tool.File("a.jsonl", Lines.Secret), "--explain"],
            "rules" => ["rules", "list"],
            _ => ["synthesize", "--count", "2", "--seed", "1", "--out", "-"],
        };
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "grooming-signals.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        error.Should().BeEmpty();
        process.ExitCode.Should().Be(0);
        output.Should().NotBeEmpty();
    }
}
