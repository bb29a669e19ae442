using System.Collections.Immutable;
using GroomingSignals.RulePacks;

namespace GroomingSignals.Cli.Commands;

/// <summary>Finds every problem of packs: of each with its tests, then of all together beside the built-in one.</summary>
internal static class PackProblems
{
    /// <param name="paths">Files or folders of packs. For none the built-in pack: from its folder inside the repository, where its tests are.</param>
    public static ImmutableArray<PackDiagnostic> Find(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
        {
            paths = BuiltInFolder.Find() is { } folder ? [folder] : [];
        }

        List<PackDiagnostic> found = paths.Count == 0 ? [.. RulePack.BuiltIn.Warnings] : [.. paths.SelectMany(path => Lint(path))];
        if (!found.Exists(d => d.Severity == PackDiagnosticSeverity.Error))
        {
            found.AddRange(Bind(paths));
        }

        return [.. found.Distinct()];
    }

    private static ImmutableArray<PackDiagnostic> Lint(string path)
    {
        AnalyzerLoader.RequirePack(path);
        return PackLinter.Check(path);
    }

    private static ImmutableArray<PackDiagnostic> Bind(IReadOnlyList<string> paths)
    {
        try
        {
            AnalyzerLoader.Load(paths, policy: null);
            return [];
        }
        catch (RulePackException e)
        {
            return e.Diagnostics;
        }
    }
}
