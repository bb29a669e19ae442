using System.Text;
using System.Text.Json;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Workbench.Tests;

/// <summary>The command line, in this process.</summary>
internal static class CommandLine
{
    public static async Task<string> RunAsync(params string[] args)
    {
        using MemoryStream output = new();
        StringWriter error = new();
        using CommandContext context = new() { Input = () => Stream.Null, Output = output, Error = error };
        int code = await CommandLineApp.RunAsync(args, context);
        code.Should().Be(0, error.ToString());
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>What <c>analyze</c> puts into the queue: ids with severity, in the order of the data.</summary>
    public static async Task<string[]> QueueAsync(params string[] args) =>
    [
        .. (await RunAsync(["analyze", .. args, "--format", "ndjson", "--min-severity", "review"])).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))
            .Select(a => $"{a.GetProperty("conversationId").GetString()} {a.GetProperty("severity").GetString()} {a.GetProperty("risk").GetDouble():R}"),
    ];
}
