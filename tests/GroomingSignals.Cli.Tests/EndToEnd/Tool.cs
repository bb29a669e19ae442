using System.Text;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Tests.EndToEnd;

/// <summary>Runs the command line in process, with streams of its own and a folder that goes away.</summary>
internal sealed class Tool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grooming-signals-");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string File(string name, params string[] lines)
    {
        System.IO.File.WriteAllText(Path(name), string.Concat(lines.Select(l => l + "\n")));
        return Path(name);
    }

    public Result Run(params string[] args) => Run(new Call(args));

    public Result Run(Call call)
    {
        var output = new MemoryStream();
        var error = new StringWriter { NewLine = "\n" };
        using var context = new CommandContext
        {
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(call.Input)),
            Output = call.Output ?? output,
            Error = error,
            ErrorIsTerminal = call.Terminal,
            Colour = call.Terminal,
        };
        int code = CommandLineApp.RunAsync(call.Args, context, new CancellationToken(call.Cancelled)).GetAwaiter().GetResult();
        return new Result(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString().Replace(_folder.FullName + "/", "", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <param name="Args">The command line.</param>
    internal sealed record Call(params string[] Args)
    {
        public string Input { get; init; } = "";

        public bool Terminal { get; init; }

        public bool Cancelled { get; init; }

        /// <summary>Where output goes instead of into the result.</summary>
        public Stream? Output { get; init; }
    }

    /// <param name="Code">The exit code.</param>
    /// <param name="Output">Standard output.</param>
    /// <param name="Error">Standard error, without the path of the test's folder.</param>
    internal sealed record Result(int Code, string Output, string Error);
}
