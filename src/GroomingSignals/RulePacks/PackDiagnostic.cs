namespace GroomingSignals.RulePacks;

/// <summary>One problem in a pack, a test file or a policy.</summary>
/// <param name="Id">The stable id, for example <c>GSR0012</c>.</param>
/// <param name="Severity">Whether the file loads all the same.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="File">The file, as the caller named it.</param>
/// <param name="Line">The line, counted from 1; 0 when the problem is about the whole file.</param>
/// <param name="Column">The column, counted from 1; 0 when the problem is about the whole file.</param>
public sealed record PackDiagnostic(string Id, PackDiagnosticSeverity Severity, string Message, string File, int Line, int Column)
{
    /// <summary>The form that editors and build logs understand: <c>file(line,column): error ID: message</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{File}({Line},{Column}): {(Severity == PackDiagnosticSeverity.Error ? "error" : "warning")} {Id}: {Message}");
}
