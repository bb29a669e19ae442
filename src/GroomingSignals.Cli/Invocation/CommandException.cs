namespace GroomingSignals.Cli.Invocation;

/// <summary>Ends a command with one line for the user.</summary>
internal sealed class CommandException(string message, int exitCode = ExitCode.Unreadable) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
