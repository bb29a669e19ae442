namespace GroomingSignals.Cli.Invocation;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    public const int Clean = 0;

    /// <summary><c>--fail-on</c> was reached, a pack has errors, a rule test failed, or a diff found changes that were asked to fail.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, or something that could not be read or written. Outranks <see cref="Findings"/>.</summary>
    public const int Unreadable = 2;

    public const int Internal = 3;

    /// <summary>Stopped by Ctrl-C, as shells expect it.</summary>
    public const int Cancelled = 130;
}
