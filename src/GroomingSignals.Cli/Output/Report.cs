using System.Text;
using System.Text.Json;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Output;

/// <summary>Writes the one result of a command to standard output.</summary>
internal static class Report
{
    public static void Table(CommandContext context, Sheet sheet)
    {
        using var writer = new StreamWriter(context.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        TableConsole.Create(writer, context.Width, context.Colour).Write(sheet);
    }

    public static void Json(CommandContext context, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(context.Output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            write(writer);
        }

        context.Output.Write("\n"u8);
        context.Output.Flush();
    }
}
