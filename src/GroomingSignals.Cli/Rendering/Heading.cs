namespace GroomingSignals.Cli.Rendering;

/// <summary>The rule that opens a part of a report.</summary>
internal static class Heading
{
    public static Sheet Write(Sheet sheet, string title)
    {
        sheet.Put("══ ", Palette.Dim).Put(title, Palette.Strong).Put(" ");
        return sheet.Put(new string('═', Math.Max(0, sheet.Width - sheet.Column)), Palette.Dim).Line();
    }
}
