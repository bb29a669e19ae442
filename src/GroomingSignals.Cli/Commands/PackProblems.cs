using System.Collections.Immutable;
using GroomingSignals.RulePacks;

namespace GroomingSignals.Cli.Commands;

/// <summary>Finds every problem of packs: of each by itself, then of all together beside the built-in one.</summary>
internal static class PackProblems
{
    public static ImmutableArray<PackDiagnostic> Find(IReadOnlyList<string> paths)
    {
        var found = new List<PackDiagnostic>();
        var packs = new List<RulePack>();
        foreach (Func<RulePack> load in Loads(paths))
        {
            Collect(found, () =>
            {
                RulePack pack = load();
                found.AddRange(pack.Warnings);
                packs.Add(pack);
            });
        }

        if (!found.Exists(d => d.Severity == PackDiagnosticSeverity.Error))
        {
            Collect(found, () => Bind(packs));
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<Func<RulePack>> Loads(IReadOnlyList<string> paths) =>
        paths.Count == 0 ? [() => RulePack.BuiltIn] : paths.Select(path => (Func<RulePack>)(() => AnalyzerLoader.LoadPack(path)));

    private static void Bind(List<RulePack> packs)
    {
        var builder = new RiskAnalyzerBuilder();
        foreach (RulePack pack in packs)
        {
            builder.AddRulePack(pack);
        }

        builder.Build();
    }

    private static void Collect(List<PackDiagnostic> found, Action work)
    {
        try
        {
            work();
        }
        catch (RulePackException e)
        {
            found.AddRange(e.Diagnostics);
        }
    }
}
