using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GroomingSignals.Cli.Invocation;

/// <summary>The usual help, then examples: most people read only those.</summary>
internal sealed class HelpWithExamples(IReadOnlyDictionary<Command, string[]> examples, int width) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction { MaxWidth = width }.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out string[]? lines) && lines.Length > 0)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string line in lines)
            {
                output.WriteLine("  " + line);
            }

            output.WriteLine();
        }

        return ExitCode.Clean;
    }
}
