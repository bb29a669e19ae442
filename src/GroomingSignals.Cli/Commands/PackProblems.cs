using System.Collections.Immutable;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Rules;

namespace GroomingSignals.Cli.Commands;

/// <summary>Finds every problem of packs: of each with its tests, then of all together beside the built-in one. And of policies: of each, then beside those packs.</summary>
internal static class PackProblems
{
    /// <param name="paths">Files or folders of packs, and policies. For none the built-in pack: from its folder inside the repository, where its tests are.</param>
    public static ImmutableArray<PackDiagnostic> Find(IReadOnlyList<string> paths)
    {
        string[] policies = [.. paths.Where(PolicyRecognition.IsPolicy)];
        string[] packs = [.. paths.Except(policies, StringComparer.Ordinal)];
        ImmutableArray<PackDiagnostic> ofPacks = paths.Count == 0 || packs.Length > 0 ? OfPacks(packs) : [];
        RuleSet? rules = policies.Length > 0 && !ofPacks.Any(d => d.Severity == PackDiagnosticSeverity.Error) ? AnalyzerLoader.Load(packs, policy: null).RuleSet : null;
        return [.. ofPacks, .. policies.SelectMany(policy => OfPolicy(policy, rules))];
    }

    /// <summary>What keeps a policy from loading; of one that loads, what does nothing with these rules.</summary>
    private static ImmutableArray<PackDiagnostic> OfPolicy(string path, RuleSet? rules)
    {
        try
        {
            var policy = RiskPolicy.Load(path);
            ImmutableArray<PackDiagnostic> idle = FusedOnly.Of(policy) is null ? []
                : [new PackDiagnostic("fused-unused", PackDiagnosticSeverity.Warning, $"Thresholds are stated on the fused scale only: this policy needs a classifier (--model); without one those of the default policy on the rules' scale decide.", path, FusedLine(path), 1)];
            return rules is null ? idle : [.. policy.Check(rules), .. idle];
        }
        catch (RulePackException e)
        {
            return e.Diagnostics;
        }
    }

    /// <summary>The first line that states a threshold of the fused scale.</summary>
    private static int FusedLine(string path)
    {
        int line = Array.FindIndex(File.ReadAllLines(path), l => !l.TrimStart().StartsWith('#') && l.Contains("fused", StringComparison.Ordinal));
        return Math.Max(line, 0) + 1;
    }

    private static ImmutableArray<PackDiagnostic> OfPacks(string[] paths)
    {
        if (paths.Length == 0)
        {
            paths = BuiltInFolder.Find() is { } folder ? [folder] : [];
        }

        List<PackDiagnostic> found = paths.Length == 0 ? [.. RulePack.BuiltIn.Warnings] : [.. paths.SelectMany(path => Lint(path))];
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
