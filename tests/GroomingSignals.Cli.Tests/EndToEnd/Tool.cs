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

    public Result Run(params string[] args) => Run("", args);

    public Result Run(string input, string[] args, bool terminal = false, CancellationToken cancellationToken = default)
    {
        var output = new MemoryStream();
        var error = new StringWriter { NewLine = "\n" };
        using var context = new CommandContext
        {
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = output,
            Error = error,
            ErrorIsTerminal = terminal,
            Colour = terminal,
        };
        int code = CommandLineApp.RunAsync(args, context, cancellationToken).GetAwaiter().GetResult();
        return new Result(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString().Replace(_folder.FullName + "/", "", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <param name="Code">The exit code.</param>
    /// <param name="Output">Standard output.</param>
    /// <param name="Error">Standard error, without the path of the test's folder.</param>
    internal sealed record Result(int Code, string Output, string Error);
}
