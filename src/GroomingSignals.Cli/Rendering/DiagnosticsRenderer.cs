using System.Globalization;
using GroomingSignals.RulePacks;

namespace GroomingSignals.Cli.Rendering;

/// <summary>Problems of packs in the form that editors and build logs understand: one a line, never wrapped.</summary>
internal static class DiagnosticsRenderer
{
    public static Sheet Render(IReadOnlyCollection<PackDiagnostic> diagnostics, int width)
    {
        var sheet = new Sheet(width);
        foreach (PackDiagnostic d in diagnostics)
        {
            bool error = d.Severity == PackDiagnosticSeverity.Error;
            sheet.Put(string.Create(CultureInfo.InvariantCulture, $"{d.File}({d.Line},{d.Column}): "));
            sheet.Put($"{Name(d.Severity)} {d.Id}", error ? Palette.Raises : Palette.Warning).Put($": {d.Message}").Line();
        }

        int errors = diagnostics.Count(d => d.Severity == PackDiagnosticSeverity.Error);
        int warnings = diagnostics.Count - errors;
        sheet.Put(diagnostics.Count == 0 ? "no problems" : $"{Figures.Counted(errors, "error")}, {Figures.Counted(warnings, "warning")}", Palette.Dim).Line();
        return sheet;
    }

    public static string Name(PackDiagnosticSeverity severity) => severity == PackDiagnosticSeverity.Error ? "error" : "warning";
}
