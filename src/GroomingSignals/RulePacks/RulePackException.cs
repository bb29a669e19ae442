using System.Collections.Immutable;

namespace GroomingSignals.RulePacks;

/// <summary>A pack or a policy could not be loaded. All of its problems are listed; nothing of it is in use.</summary>
public sealed class RulePackException : Exception
{
    /// <summary>Makes the exception for a list of problems.</summary>
    /// <param name="diagnostics">The problems, warnings included; at least one.</param>
    public RulePackException(ImmutableArray<PackDiagnostic> diagnostics)
        : base(Describe(diagnostics))
    {
        Diagnostics = diagnostics;
    }

    /// <summary>The problems, in order of file, line and column.</summary>
    public ImmutableArray<PackDiagnostic> Diagnostics { get; }

    private static string Describe(ImmutableArray<PackDiagnostic> diagnostics)
    {
        int errors = diagnostics.Count(d => d.Severity == PackDiagnosticSeverity.Error);
        string first = diagnostics.FirstOrDefault(d => d.Severity == PackDiagnosticSeverity.Error)?.ToString() ?? "";
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{errors} error(s); the first: {first}");
    }
}
