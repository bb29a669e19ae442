using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Testing;

namespace GroomingSignals.Tests.RulePacks.Linting;

public sealed class PackLinterTests
{
    private const string Pack = """
        schema: rule-pack/1
        pack: { id: small, version: 1.0.0 }
        lexicons:
          hide:
            phrases: [dont tell anyone]
          said:
            phrases: [she said]
        roles:
          quoting: { lexicon: said }
        advice:
          secrecy: { atRisk: a, reviewer: b, source: c }
        rules:
        - id: T-SEC-001
          title: hides
          tactic: secrecy
          subtype: conceal
          status: stable
          rationale: why
          references: [a source]
          falsePositives: [surprises]
          when: { lexicon: hide }
          score: { logOdds: 1.0 }
          explain: "{from} hides"

        """;

    private static readonly string Tests = "schema: rule-tests/1\npack: small\nparticipants: [{ id: a }, { id: b }]\ntests:\n"
        + string.Concat(new[] { "positive", "positive", "near-miss", "near-miss", "near-miss", "swapped", "role" }.Select(Test));

    [Fact]
    public void A_whole_pack_with_its_tests_has_nothing_to_say() => Check(Pack, Tests).Should().BeEmpty();

    [Theory]
    [InlineData("  rationale: why\n", "GSR3002")]
    [InlineData("  falsePositives: [surprises]\n", "GSR3003")]
    [InlineData("  explain: \"{from} hides\"\n", "GSR3004")]
    [InlineData("  references: [a source]\n", "GSR3011")]
    public void A_rule_says_what_a_reviewer_needs(string left, string id) =>
        Check(Pack.Replace(left, "", StringComparison.Ordinal), Tests).Should().Equal((id, PackDiagnosticSeverity.Warning, 13, 7));

    [Fact]
    public void A_stable_rule_has_tests() =>
        Check(Pack, Tests.Replace("kind: swapped", "kind: near-miss", StringComparison.Ordinal)).Should()
            .Equal(("GSR3001", PackDiagnosticSeverity.Warning, 13, 7));

    [Fact]
    public void A_todo_is_no_test_that_a_stable_rule_has() =>
        Check(Pack, Tests.Replace("expect: match", "expect: todo-match", StringComparison.Ordinal)).Should()
            .Equal(("GSR3001", PackDiagnosticSeverity.Warning, 13, 7));

    [Fact]
    public void A_phrase_that_holds_its_own_exception_is_never_found() =>
        Check(Pack.Replace("phrases: [dont tell anyone]", "phrases: [dont tell (anyone|a soul), hush]\n    except: [a soul]", StringComparison.Ordinal), Tests).Should()
            .Equal(("GSR3012", PackDiagnosticSeverity.Warning, 5, 15));

    [Theory]
    [InlineData("{ lexicon: hide, notNear: { lexicon: said } }")]
    [InlineData("{ all: [ { lexicon: hide }, { not: { lexicon: said } } ] }")]
    public void A_word_that_silences_a_rule_from_anywhere_is_said(string when) =>
        Check(Pack.Replace("{ lexicon: hide }", when, StringComparison.Ordinal), Tests).Should()
            .Equal(("GSR3013", PackDiagnosticSeverity.Warning, 13, 7));

    [Fact]
    public void A_word_that_silences_a_rule_only_nearby_is_fine() =>
        Check(Pack.Replace("{ lexicon: hide }", "{ lexicon: hide, notNear: { lexicon: said, tokens: 4 } }", StringComparison.Ordinal), Tests).Should().BeEmpty();

    [Fact]
    public void A_rule_on_trial_needs_none() =>
        Check(Pack.Replace("status: stable", "status: test", StringComparison.Ordinal), "").Should().BeEmpty();

    [Fact]
    public void A_cue_by_itself_is_not_too_short() =>
        Check(Pack.Replace("dont tell anyone", "dont tell anyone, (ig|insta)", StringComparison.Ordinal), Tests).Should()
            .Equal(("GSR3005", PackDiagnosticSeverity.Warning, 5, 33));

    [Fact]
    public void A_cue_beside_which_another_must_stand_may_be_short() =>
        Check(
            Pack.Replace("dont tell anyone", "dont tell anyone, ig", StringComparison.Ordinal)
                .Replace("{ lexicon: hide }", "{ lexicon: hide, near: { lexicon: said, tokens: 3 } }", StringComparison.Ordinal),
            Tests).Should().BeEmpty();

    [Fact]
    public void A_tactic_has_advice_and_advice_a_tactic() =>
        Check(Pack.Replace("  secrecy: { atRisk", "  coercion: { atRisk", StringComparison.Ordinal), Tests).Should().Equal(
            ("GSR3007", PackDiagnosticSeverity.Warning, 11, 3), ("GSR3006", PackDiagnosticSeverity.Warning, 13, 7));

    [Fact]
    public void A_test_of_a_rule_that_is_not_there_is_an_error() =>
        Check(Pack, Tests + Test("positive").Replace("T-SEC-001", "T-SEC-002", StringComparison.Ordinal)).Should()
            .Equal(("GSR3008", PackDiagnosticSeverity.Error, 40, 3));

    [Fact]
    public void Tests_of_another_pack_are_an_error() =>
        Check(Pack, Tests.Replace("pack: small", "pack: other", StringComparison.Ordinal)).Should().Equal(
            ("GSR3009", PackDiagnosticSeverity.Error, 2, 7), ("GSR3001", PackDiagnosticSeverity.Warning, 13, 7));

    [Fact]
    public void A_marked_role_has_a_test() =>
        Check(Pack, Tests[..Tests.LastIndexOf("- rule", StringComparison.Ordinal)]).Should()
            .Equal(("GSR3010", PackDiagnosticSeverity.Warning, 9, 23));

    [Fact]
    public void The_warnings_of_loading_are_among_them() =>
        Check(Pack.Replace("roles:\n  quoting: { lexicon: said }\n", "", StringComparison.Ordinal), Tests).Should()
            .Equal(("GSR0080", PackDiagnosticSeverity.Warning, 6, 3));

    [Fact]
    public void What_keeps_a_pack_from_loading_is_listed_like_the_rest()
    {
        var folder = Directory.CreateTempSubdirectory("pack-linter");
        try
        {
            string path = Path.Combine(folder.FullName, "small.yaml");
            File.WriteAllText(path, Pack.Replace("tactic: secrecy", "tactic: secret", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(folder.FullName, "small.tests.yaml"), Tests.Replace("pack: small", "packs: small", StringComparison.Ordinal));
            PackLinter.Check(path).Select(d => (Path.GetFileName(d.File), d.Id)).Should().Equal(
                ("small.yaml", "GSR0080"), ("small.yaml", "GSR0010"), ("small.tests.yaml", "GSR0009"), ("small.tests.yaml", "GSR0008"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Test(string kind)
    {
        string expect = kind is "positive" ? "match" : "no-match";
        return $"- rule: T-SEC-001\n  name: it\n  kind: {kind}\n  expect: {expect}\n  messages: [{{ a: hi }}]\n";
    }

    private static IEnumerable<(string Id, PackDiagnosticSeverity Severity, int Line, int Column)> Check(string pack, string tests)
    {
        RuleTestFile[] files = tests.Length == 0 ? [] : [RuleTestFile.Parse(tests, "small.tests.yaml")];
        return PackLinter.Check(RulePack.Parse(pack, "small.yaml"), files)
            .OrderBy(d => d.File, StringComparer.Ordinal)
            .Select(d => (d.Id, d.Severity, d.Line, d.Column));
    }
}
