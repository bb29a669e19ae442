using Spectre.Console;

namespace GroomingSignals.Cli.Rendering;

/// <summary>A console that shows sheets on a writer: with the standard sixteen colours, or plain.</summary>
internal static class TableConsole
{
    public static IAnsiConsole Create(TextWriter writer, int width, bool colour)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        return console;
    }
}
