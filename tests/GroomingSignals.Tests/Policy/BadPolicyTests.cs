using System.Collections.Immutable;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Tests.Properties;

namespace GroomingSignals.Tests.Policy;

public sealed class BadPolicyTests
{
    private const string Header = "schema: policy/1\npolicy: { id: own, version: 1.0.0 }\n";

    [Theory]
    [InlineData("thresholds: { rules: { low: 0 } }", "GSR2001", 3, 29)]
    [InlineData("thresholds: { rules: { urgent: 1 } }", "GSR2001", 3, 32)]
    [InlineData("thresholds: { rules: { urgent: \"0.9\" } }", "GSR2001", 3, 32)]
    [InlineData("prevalence: 1.0", "GSR2001", 3, 13)]
    [InlineData("thresholds: { rules: { low: 0.7, review: 0.65 } }", "GSR2002", 3, 22)]
    [InlineData("thresholds: { fused: { low: 0.7, review: 0.6 } }", "GSR2002", 3, 22)]
    [InlineData("tracks:\n  adult-to-minor: { thresholds: { rules: { low: 0.65 } } }", "GSR2002", 4, 19)]
    [InlineData("tactics: { secrecy: { low: 0.5, urgent: 0.4 } }", "GSR2002", 3, 21)]
    [InlineData("tactics: { secrecy: { fastPath: true } }", "GSR2003", 3, 21)]
    [InlineData("overrides:\n  GS-SEC-001: { reason: why }", "GSR2004", 4, 3)]
    [InlineData("tracks:\n  adult-to-adult: { raises: false, logOdds: 0.1 }", "GSR2005", 4, 19)]
    [InlineData("scoring: { coOccurrence: { perTactic: 0.5, cap: 0.4 } }", "GSR2005", 3, 26)]
    [InlineData("overrides:\n  GS-SEC-001: { mode: shadow }", "GSR0009", 4, 15)]
    [InlineData("overrides:\n  GS-SEC-001: { mode: quiet, reason: why }", "GSR0010", 4, 23)]
    [InlineData("overrides:\n  GS-SEC-001: { logOdds: 0, reason: why }", "GSR0011", 4, 26)]
    [InlineData("overrides:\n  GS-SEC-001: { logOdds: 7, reason: why }", "GSR0011", 4, 26)]
    [InlineData("overrides:\n  GS-SEC-001: { mode: off, reason: why, expires: soon }", "GSR0012", 4, 50)]
    [InlineData("overrides:\n  secrecy: { mode: off, reason: why }", "GSR0012", 4, 3)]
    [InlineData("overrides:\n  GS-A-1: { mode: off, reason: why }\n  GS-A-1: { mode: off, reason: why }", "GSR0005", 5, 3)]
    [InlineData("limits: { stateBytes: 1024 }", "GSR0011", 3, 23)]
    [InlineData("limits: { stateByte: 4096 }", "GSR0008", 3, 11)]
    [InlineData("scoring: { baseline: 1 }", "GSR0011", 3, 22)]
    [InlineData("scoring: { views: { folded: 1.1 } }", "GSR0011", 3, 29)]
    [InlineData("scoring: { base: -3 }", "GSR0008", 3, 12)]
    [InlineData("tracks: { adult-to-child: { logOdds: 1 } }", "GSR0008", 3, 11)]
    [InlineData("tactics: { secrets: { low: 0.5 } }", "GSR0008", 3, 12)]
    [InlineData("participants: { reach: { from: 2 } }", "GSR0008", 3, 17)]
    [InlineData("participants: { reached: { from: 0 } }", "GSR0011", 3, 34)]
    [InlineData("participants: { reached: { each: 0.5, cap: 0.4 } }", "GSR2005", 3, 26)]
    [InlineData("participants: { thresholds: { low: 0.7 } }", "GSR2002", 3, 29)]
    [InlineData("participants: { firstContacts: { window: soon } }", "GSR0012", 3, 42)]
    public void Every_problem_has_its_id_and_place(string body, string id, int line, int column) =>
        Problems(Header + body).Should().ContainSingle().Which.Should().Match<PackDiagnostic>(
            d => d.Id == id && d.Line == line && d.Column == column && d.File == "own.yaml" && d.Severity == PackDiagnosticSeverity.Error);

    [Theory]
    [InlineData("schema: rule-pack/1\npolicy: { id: own, version: 1.0.0 }", "GSR0013")]
    [InlineData("schema: policy/1", "GSR0009")]
    [InlineData("schema: policy/1\npolicy: { id: Own, version: 1.0.0 }", "GSR0012")]
    [InlineData("schema: policy/1\npolicy: { id: own, version: 1 }", "GSR0012")]
    [InlineData("- schema: policy/1", "GSR0007")]
    [InlineData("", "GSR0006")]
    public void So_has_every_problem_of_the_header(string yaml, string id) => Problems(yaml).Should().ContainSingle().Which.Id.Should().Be(id);

    [Fact]
    public void All_problems_are_listed_at_once() =>
        Problems(Header + "limits: { stateByte: 1 }\nscoring: { baseline: 1 }\nprevalence: 2").Select(d => d.Id)
            .Should().Equal("GSR0008", "GSR0011", "GSR2001");

    [Fact]
    public void A_misspelt_field_is_guessed() =>
        Problems(Header + "treshholds: {}").Should().ContainSingle().Which.Message.Should().Contain("'thresholds'");

    [Fact]
    public void A_file_that_is_not_there_is_one_clear_problem()
    {
        var load = () => RiskPolicy.Load(Path.Combine(AppContext.BaseDirectory, "no-such-policy.yaml"));
        load.Should().Throw<RulePackException>().Which.Diagnostics.Should().ContainSingle().Which.Id.Should().Be("GSR0001");
    }

    [Fact]
    public void An_override_of_a_rule_that_no_pack_has_is_a_warning_with_a_guess()
    {
        var found = RiskPolicy.Parse(Header + "overrides:\n  T-SEC-01: { mode: off, reason: why }", "own.yaml").Check(SmallPack.Analyzer.RuleSet);
        var warning = found.Should().ContainSingle().Subject;
        (warning.Id, warning.Severity, warning.Line, warning.Column).Should().Be(("GSR2006", PackDiagnosticSeverity.Warning, 4, 3));
        warning.Message.Should().Contain("'T-SEC-001'");
    }

    [Theory]
    [InlineData("mode: live", true)]
    [InlineData("logOdds: 1.4", true)]
    [InlineData("mode: live, logOdds: 1.5", false)]
    [InlineData("mode: shadow", false)]
    public void An_override_that_says_what_the_rule_says_is_a_warning(string change, bool warned) =>
        RiskPolicy.Parse(Header + $"overrides:\n  T-SEC-001: {{ {change}, reason: why }}", "own.yaml").Check(SmallPack.Analyzer.RuleSet)
            .Select(d => d.Id).Should().BeEquivalentTo(warned ? ["GSR2007"] : Array.Empty<string>());

    private static ImmutableArray<PackDiagnostic> Problems(string yaml)
    {
        var parse = () => RiskPolicy.Parse(yaml, "own.yaml");
        return parse.Should().Throw<RulePackException>().Which.Diagnostics;
    }
}
