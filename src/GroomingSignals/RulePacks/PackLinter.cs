using System.Collections.Immutable;
using GroomingSignals.RulePacks.Linting;
using GroomingSignals.RulePacks.Testing;

namespace GroomingSignals.RulePacks;

/// <summary>What <c>rules check</c> says of a pack that loads: nothing here keeps it from loading.</summary>
internal static class PackLinter
{
    /// <summary>Checks a pack and its tests, the warnings of loading included.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="tests">Its files of tests; none is fine, and is said of every stable rule.</param>
    public static ImmutableArray<PackDiagnostic> Check(RulePack pack, IReadOnlyCollection<RuleTestFile> tests)
    {
        var diagnostics = new Diagnostics();
        RuleCheck.Run(pack.Contents, diagnostics);
        AdviceCheck.Run(pack.Contents, diagnostics);
        PhraseCheck.Run(pack.Contents, diagnostics);
        DeadPhraseCheck.Run(pack.Contents, diagnostics);
        new TestCheck(pack.Contents, tests, diagnostics).Run();
        return
        [
            .. pack.Warnings.Concat(diagnostics.Sorted())
                .OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Loads a pack, and the tests that stand beside it, and checks them; what keeps it from loading is listed like the rest.</summary>
    /// <param name="path">The pack's file or folder.</param>
    public static ImmutableArray<PackDiagnostic> Check(string path)
    {
        var tests = Loaded(() => RuleTestFile.Load(path), out var problemsOfTests);
        var pack = Loaded(() => RulePack.Load(path), out var problems);
        return pack is null ? [.. problems, .. problemsOfTests] : [.. Check(pack, tests.IsDefault ? [] : tests), .. problemsOfTests];
    }

    private static T? Loaded<T>(Func<T> load, out ImmutableArray<PackDiagnostic> problems)
    {
        try
        {
            problems = [];
            return load();
        }
        catch (RulePackException e)
        {
            problems = e.Diagnostics;
            return default;
        }
    }
}
