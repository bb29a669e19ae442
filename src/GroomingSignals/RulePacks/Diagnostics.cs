using System.Collections.Immutable;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks;

/// <summary>Gathers the problems of files, so that an author sees all of them at once.</summary>
internal sealed class Diagnostics
{
    private readonly List<PackDiagnostic> _all = [];

    public bool HasErrors { get; private set; }

    public int Count => _all.Count;

    public void Error(string id, SourcePosition at, string message)
    {
        HasErrors = true;
        Add(new PackDiagnostic(id, PackDiagnosticSeverity.Error, message, at.File, at.Line, at.Column));
    }

    public void Warning(string id, SourcePosition at, string message) =>
        Add(new PackDiagnostic(id, PackDiagnosticSeverity.Warning, message, at.File, at.Line, at.Column));

    /// <summary>Adds what was found elsewhere.</summary>
    public void Add(Diagnostics others)
    {
        HasErrors |= others.HasErrors;
        foreach (var diagnostic in others._all)
        {
            Add(diagnostic);
        }
    }

    /// <summary>In order of file, line, column and id.</summary>
    public ImmutableArray<PackDiagnostic> Sorted() =>
        [.. _all.OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Id, StringComparer.Ordinal)];

    /// <exception cref="RulePackException">There is an error.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors)
        {
            throw new RulePackException(Sorted());
        }
    }

    private void Add(PackDiagnostic diagnostic)
    {
        if (!_all.Contains(diagnostic))
        {
            _all.Add(diagnostic);
        }
    }
}
