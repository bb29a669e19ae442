using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.RulePacks;

namespace GroomingSignals.Cli.Invocation;

/// <summary>Parses and runs one command line, and turns whatever goes wrong into one clear message and an exit code.</summary>
internal static class CommandLineApp
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (args is ["analyze", ..])
            {
                // Nearly every analysis needs the pack: another thread reads it while this one reads the command line and the policy.
                _ = Task.Run(static () => RulePack.BuiltIn, CancellationToken.None);
            }

            var tree = new CommandTree(context);
            var configuration = new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
            ParseResult parsed = tree.Build(args).Parse(OptionalValue.Complete(args), configuration);
            if (parsed.Action is ParseErrorAction)
            {
                return UsageError(parsed, context);
            }

            var output = new StreamWriter(context.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            await using (output.ConfigureAwait(false))
            {
                var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = context.Error };
                return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (CommandException e)
        {
            Say(context, e.Message);
            return e.ExitCode;
        }
        catch (RulePackException e)
        {
            foreach (PackDiagnostic diagnostic in e.Diagnostics)
            {
                await context.Error.WriteLineAsync(VisibleText.Of(diagnostic.ToString())).ConfigureAwait(false);
            }

            return ExitCode.Unreadable;
        }
        catch (OperationCanceledException)
        {
            Say(context, "stopped");
            return ExitCode.Cancelled;
        }
        catch (IOException e) when (StandardOutput.IsBrokenPipe(e))
        {
            return ExitCode.Clean;
        }
        catch (Exception e)
        {
            Say(context, InternalError(e));
            return ExitCode.Internal;
        }
    }

    /// <summary>The type and the place, never the message of an exception: it could quote a conversation.</summary>
    private static string InternalError(Exception e)
    {
        System.Reflection.MethodBase? method = new System.Diagnostics.StackTrace(e).GetFrame(0)?.GetMethod();
        string place = method is null ? "" : $" in {method.DeclaringType?.FullName}.{method.Name}";
        return $"internal error: {e.GetType().Name}{place}; please report it";
    }

    private static int UsageError(ParseResult parsed, CommandContext context)
    {
        foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
        {
            Say(context, error.Message);
        }

        context.Error.WriteLine($"Run '{CommandTree.PathOf(parsed.CommandResult)} --help' for usage.");
        return ExitCode.Unreadable;
    }

    private static void Say(CommandContext context, string message) => context.Error.WriteLine($"grooming-signals: {VisibleText.Of(message)}");
}
