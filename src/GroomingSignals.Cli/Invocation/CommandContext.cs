using System.Globalization;
using System.Text;

namespace GroomingSignals.Cli.Invocation;

/// <summary>What a command reads from and writes to.</summary>
internal sealed class CommandContext : IDisposable
{
    public const int PlainWidth = 100;
    public const int NarrowestWidth = 60;

    public required Func<Stream> Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>True when progress may be drawn.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>True when colours may be written.</summary>
    public bool Colour { get; init; }

    public int Width { get; init; } = PlainWidth;

    public static CommandContext OfProcess()
    {
        bool terminal = !Console.IsOutputRedirected;
        bool dumb = string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        if (terminal && OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        return new CommandContext
        {
            Input = Console.OpenStandardInput,
            Output = StandardOutput.Open(),
            Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true },
            ErrorIsTerminal = !Console.IsErrorRedirected && !dumb,
            Colour = terminal && !dumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = terminal ? TerminalWidth() : PlainWidth,
        };
    }

    public void Dispose()
    {
        Error.Dispose();
        Output.Dispose();
    }

    private static int TerminalWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 0)
        {
            return Math.Clamp(columns, NarrowestWidth, 200);
        }

        try
        {
            return Console.WindowWidth > 0 ? Math.Clamp(Console.WindowWidth, NarrowestWidth, 200) : PlainWidth;
        }
        catch (IOException)
        {
            return PlainWidth;
        }
    }
}
