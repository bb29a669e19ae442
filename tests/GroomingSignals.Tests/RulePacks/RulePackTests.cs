using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks;
using GroomingSignals.Rules;

namespace GroomingSignals.Tests.RulePacks;

public sealed class RulePackTests
{
    private const string Whole = """
        schema: rule-pack/1
        pack:
          id: house
          version: 1.2.0
          languages: [en]
          description: all fields
          references: [a book]
        slots:
          who: [mom, (your|ur) dad]
        lexicons:
          tell:
            description: asks
            phrases: ["tell {who}", "tell  mom"]
            boundary: prefix
            views: [folded, leet]
            except: [tell mom thanks]
        numbers:
          grade:
            kind: school-year
            phrases: ["im in {n} grade"]
            range: [1, 12]
            ageOffset: [5, 6]
        patterns:
          phone: { regex: '[0-9]{3}-[0-9]{4}', anchor: [call, phone] }
        roles:
          quoting: { lexicon: tell, scope: message }
        advice:
          secrecy: { atRisk: to the one at risk, reviewer: to the reviewer, source: a source }
        rules:
        - id: H-SEC-001
          revision: 3
          title: a title
          tactic: secrecy
          subtype: conceal
          status: stable
          mode: shadow
          priority: critical
          rationale: why
          references: [r]
          falsePositives: [f]
          speaker: { age: [adult] }
          listener: { age: [13-15] }
          roles: [enacting, quoting]
          unknown: { treatAs: match }
          when: { any: [ { lexicon: tell }, { number: grade }, { pattern: phone } ] }
          score: { logOdds: 1.4, repeat: 0.3, cap: 2.4, halfLife: 7d }
          explain: "{from} asked {towards} ({count})"
        """;

    [Fact]
    public void Every_field_of_a_rule_arrives()
    {
        var rule = RuleSetBinder.Bind([RulePack.Parse(Whole, "house.yaml")]).Rules.Single();
        rule.Should().BeEquivalentTo(new
        {
            Id = "H-SEC-001",
            PackId = "house",
            Revision = 3,
            Title = "a title",
            Tactic = Tactic.Secrecy,
            Subtype = "conceal",
            Status = RuleStatus.Stable,
            Mode = RuleMode.Shadow,
            Priority = RulePriority.Critical,
            Rationale = "why",
            References = new[] { "r" },
            FalsePositives = new[] { "f" },
            Roles = new[] { DiscourseRole.Enacting, DiscourseRole.Quoting },
            UnknownIsMatch = true,
            Score = new RuleScore(1_400_000, 300_000, 2_400_000, 7 * 24 * 3600),
            Explain = "{from} asked {towards} ({count})",
        });
        rule.Speaker!.OfSpeaker.Should().BeTrue();
        rule.Speaker.Ages!.Value.Should().Equal(AgeBand.Adult);
        rule.Listener!.OfSpeaker.Should().BeFalse();
    }

    [Fact]
    public void Every_field_of_a_cue_arrives()
    {
        var set = RuleSetBinder.Bind([RulePack.Parse(Whole, "house.yaml")]);
        var tell = set.Cues.Cues.OfType<LexiconCue>().Single();
        tell.Literals.Should().Equal("tell mom", "tell your dad", "tell ur dad");
        tell.Except.Should().Equal("tell mom thanks");
        tell.Boundary.Should().Be(CueBoundary.Prefix);
        tell.Views.Should().Be(ViewSet.Folded | ViewSet.Leet);
        set.Cues.Cues.OfType<NumberCue>().Single().Should().BeEquivalentTo(new
        {
            Name = "house/grade",
            Kind = NumberKind.SchoolYear,
            Phrases = new[] { "im in {n} grade" },
            Minimum = 1,
            Maximum = 12,
            OffsetFrom = 5,
            OffsetTo = 6,
        });
        set.Cues.Cues.OfType<PatternCue>().Single().Should().BeEquivalentTo(new
        {
            Name = "house/phone",
            Regex = "[0-9]{3}-[0-9]{4}",
            AnchorDigit = false,
            AnchorWords = new[] { "call", "phone" },
        });
        var role = set.Cues.Roles.Single();
        (role.Role, set.Cues.Cues[role.Lexicon].Name, role.Scope).Should().Be((DiscourseRole.Quoting, "house/tell", RoleScope.Message));
        set.Advice[Tactic.Secrecy].Should().Be(new RuleAdvice("to the one at risk", "to the reviewer", "a source"));
    }

    [Fact]
    public void What_a_rule_leaves_out_has_its_default()
    {
        var rule = Packs.Bind("{ lexicon: hello }");
        rule.Score.Should().Be(new RuleScore(1_000_000, 0, 1_000_000, 30 * 24 * 3600));
        (rule.Mode, rule.Priority, rule.Revision, rule.UnknownIsMatch).Should().Be((RuleMode.Live, RulePriority.Medium, 1, false));
        rule.Roles.Should().Equal(DiscourseRole.Enacting);
    }

    [Theory]
    [InlineData("repeat: 0.25", 1_750_000, 2592000L)]
    [InlineData("halfLife: never", 1_000_000, null)]
    [InlineData("halfLife: 30m", 1_000_000, 1800L)]
    [InlineData("halfLife: 4w", 1_000_000, 2419200L)]
    public void Scores_have_a_cap_and_a_half_life(string fields, int cap, long? halfLife)
    {
        string rule = Packs.Rule("{ lexicon: hello }").Replace("logOdds: 1.0", "logOdds: 1.0, " + fields, StringComparison.Ordinal);
        var score = RuleSetBinder.Bind([Packs.Parse(Packs.Words + "rules:\n" + rule)]).Rules.Single().Score;
        (score.Cap, score.HalfLife).Should().Be((cap, halfLife));
    }

    [Fact]
    public void The_header_arrives_and_warnings_are_kept()
    {
        var pack = RulePack.Parse(Whole, "some/where/house.yaml");
        (pack.Id, pack.Version, pack.Description).Should().Be(("house", "1.2.0", "all fields"));
        pack.Languages.Should().Equal("en");
        pack.References.Should().Equal("a book");
        var warning = pack.Warnings.Should().ContainSingle().Subject;
        (warning.Id, warning.Severity, warning.File, warning.Line, warning.Column)
            .Should().Be(("GSR0081", PackDiagnosticSeverity.Warning, "some/where/house.yaml", 13, 29));
    }

    [Fact]
    public void What_nothing_uses_is_a_warning() =>
        Packs.Parse("slots:\n  a: [x]\nlexicons:\n  b: { phrases: [y] }").Warnings.Select(w => (w.Id, w.Line)).Should().Equal(("GSR0080", 6), ("GSR0080", 8));

    [Fact]
    public void The_hash_is_of_the_content_and_not_of_the_place_or_the_line_ends()
    {
        string hash = RulePack.Parse(Whole, "a/house.yaml").Hash;
        hash.Should().MatchRegex("^[0-9a-f]{64}$");
        RulePack.Parse(Whole.Replace("\n", "\r\n", StringComparison.Ordinal), "b\\house.yaml").Hash.Should().Be(hash);
        RulePack.Parse("\uFEFF" + Whole, "house.yaml").Hash.Should().Be(hash);
        RulePack.Parse(Whole + " ", "house.yaml").Hash.Should().NotBe(hash);
        RulePack.Parse(Whole, "other.yaml").Hash.Should().NotBe(hash);
    }

    [Fact]
    public void All_problems_are_told_at_once_in_order()
    {
        var problems = Packs.Problems(Packs.Header + "rules:\n- id: x\n- title: b\nlexicons:\n  a: { phrases: ['(', ')'], no: 1 }");
        problems.Count.Should().BeGreaterThan(8);
        problems.Select(d => (d.Line * 1000) + d.Column).Should().BeInAscendingOrder();
        problems.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_exception_names_the_first_error_in_the_form_of_build_logs()
    {
        var act = () => Packs.Parse("lexcons: {}");
        act.Should().Throw<RulePackException>().WithMessage("1 error(s); the first: house.yaml(5,1): error GSR0008: *Did you mean 'lexicons'?");
    }

    [Fact]
    public void Misuse_is_an_argument_exception()
    {
        FluentActions.Invoking(() => RulePack.Parse(null!, "a")).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => RulePack.Parse("", "")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => RulePack.Load("")).Should().Throw<ArgumentException>();
    }
}
