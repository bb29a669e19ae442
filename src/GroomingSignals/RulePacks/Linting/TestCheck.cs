using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Testing;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Linting;

/// <summary>Holds the tests of a pack against its rules.</summary>
internal sealed class TestCheck(PackContents pack, IReadOnlyCollection<RuleTestFile> files, Diagnostics diagnostics)
{
    internal const int Positives = 2;
    internal const int NearMisses = 3;
    internal const int Swapped = 1;

    private readonly RuleTest[] _tests =
        [.. files.Where(f => string.Equals(f.Pack, pack.Id, StringComparison.Ordinal)).SelectMany(f => f.Tests)];

    public void Run()
    {
        foreach (var file in files.Where(f => !string.Equals(f.Pack, pack.Id, StringComparison.Ordinal)))
        {
            diagnostics.Error(DiagnosticIds.TestsOfOtherPack, file.PackPosition, $"These tests are of pack '{file.Pack}'; they stand beside pack '{pack.Id}'.");
        }

        var ids = pack.Rules.Select(r => r.Draft.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var test in _tests.Where(t => !ids.Contains(t.RuleId)))
        {
            diagnostics.Error(DiagnosticIds.TestOfNothing, test.Position, $"The pack has no rule '{test.RuleId}'.{Suggestion.For(test.RuleId, ids)}");
        }

        var byRule = _tests.ToLookup(t => t.RuleId, StringComparer.Ordinal);
        foreach (var rule in pack.Rules.Where(r => r.Draft.Status == RuleStatus.Stable && r.Draft.Mode != RuleMode.Off))
        {
            Count(rule, [.. byRule[rule.Draft.Id]]);
        }

        Roles();
    }

    private void Count(RuleDeclaration rule, RuleTest[] tests)
    {
        string missing = string.Join(
            ", ",
            new[]
            {
                Missing(tests, RuleTestKind.Positive, Positives, "positive"),
                Missing(tests, RuleTestKind.NearMiss, NearMisses, "near-miss"),
                Missing(tests, RuleTestKind.Swapped, Swapped, "swapped"),
            }.Where(part => part.Length > 0));
        if (missing.Length > 0)
        {
            diagnostics.Warning(DiagnosticIds.TooFewTests, rule.Position, $"Rule {rule.Draft.Id} is stable and has too few tests: it lacks {missing}.");
        }
    }

    /// <summary>Only what holds today counts, so that a todo is no way around a test.</summary>
    private static string Missing(RuleTest[] tests, RuleTestKind kind, int needed, string name)
    {
        int have = tests.Count(t => t.Kind == kind && t.Expect is (RuleTestExpectation.Match or RuleTestExpectation.NoMatch));
        return have >= needed ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{needed - have} {name}");
    }

    private void Roles()
    {
        if (pack.Roles.Count > 0 && _tests.Length > 0 && !_tests.Any(t => t.Kind == RuleTestKind.Role))
        {
            diagnostics.Warning(
                DiagnosticIds.RoleWithoutTest, pack.Roles[0].Lexicon.Position,
                "The pack marks discourse roles and no test of kind 'role' shows that the same words in another role are something else.");
        }
    }
}
