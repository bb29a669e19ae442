using System.Text;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Tests.EndToEnd;

/// <summary>Runs the command line in process, with streams of its own and a folder that goes away.</summary>
internal sealed class Tool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grooming-signals-");

    /// <summary>A pack that takes the built-in one's id, and so its place: one rule for one mild cue.</summary>
    public string SmallPack => File(
        "small.yaml",
        "schema: rule-pack/1",
        "pack:",
        "  id: ncmec-en",
        "  version: 1.0.0",
        "  languages: [en]",
        "  description: a small pack",
        "lexicons:",
        "  secrecy.ask:",
        "    phrases:",
        "    - dont tell (your|ur) (mom|dad)",
        "  role.quotation:",
        "    phrases: [she said]",
        "roles:",
        "  quoting: { lexicon: role.quotation, scope: clause }",
        "advice:",
        "  secrecy:",
        "    atRisk: Tell an adult you trust.",
        "    reviewer: Look for who proposes secrecy.",
        "    source: a source",
        "rules:",
        "- id: GS-SEC-001",
        "  title: Asks to keep the conversation from adults",
        "  tactic: secrecy",
        "  subtype: conceal",
        "  status: stable",
        "  falsePositives: [a surprise]",
        "  rationale: Secrecy keeps help away.",
        "  when:",
        "    lexicon: secrecy.ask",
        "  score: { logOdds: 2.4, repeat: 0.3 }",
        "  explain: \"{from} asked {towards} to keep it from adults\"");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string File(string name, params string[] lines)
    {
        System.IO.File.WriteAllText(Path(name), string.Concat(lines.Select(l => l + "\n")));
        return Path(name);
    }

    public Result Run(params string[] args) => Run(new Call(args));

    /// <summary>Runs <c>analyze</c> with the small pack in the place of the built-in one, so that tests of the tool do not move with the cues.</summary>
    public Result Analyze(params string[] args) => Run("analyze", [.. args, "--rules", SmallPack]);

    /// <summary>Runs a command and its arguments with the small pack.</summary>
    public Result Run(string command, string[] args) => Run([.. command.Split(' '), .. args]);

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
