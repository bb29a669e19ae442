using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Tests.Rendering;

internal static class Plain
{
    public static string Text(Sheet sheet, bool colour = false)
    {
        var writer = new StringWriter { NewLine = "\n" };
        TableConsole.Create(writer, sheet.Width, colour).Write(sheet);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
