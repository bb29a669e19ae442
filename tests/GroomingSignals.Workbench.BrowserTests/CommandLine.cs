using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>The command line, in this process.</summary>
internal static class CommandLine
{
    public static async Task RunAsync(params string[] args)
    {
        StringWriter error = new();
        using CommandContext context = new() { Input = () => Stream.Null, Output = new MemoryStream(), Error = error };
        int code = await CommandLineApp.RunAsync(args, context);
        code.Should().Be(0, error.ToString());
    }
}
