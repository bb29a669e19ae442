using GroomingSignals.RulePacks;

namespace GroomingSignals.Tests.RulePacks;

/// <summary>Small packs around what a test is about.</summary>
internal static class Packs
{
    /// <summary>Four lines; what follows begins on line 5.</summary>
    public const string Header = "schema: rule-pack/1\npack:\n  id: house\n  version: 1.0.0\n";

    /// <summary>A lexicon and a number to ask for.</summary>
    public const string Words = """
        lexicons:
          hello: { phrases: [hello there] }
          other: { phrases: [other words] }
          no: { phrases: [no thanks] }
        patterns:
          clock: { regex: '[0-9]+:[0-9]+', anchor: digit }
        numbers:
          age: { kind: age, phrases: ["i am {n}"], range: [5, 99] }
          coins: { kind: quantity, phrases: ["{n} coins"], range: [1, 50] }
        roles:
          refusing: { lexicon: no }

        """;

    public static RulePack Parse(string body) => RulePack.Parse(Header + body, "house.yaml");

    /// <summary>A rule with a condition in flow style.</summary>
    public static string Rule(string when, string id = "T-GFT-001", string tactic = "gift-offer", string subtype = "money") => $$"""
        - id: {{id}}
          title: a rule
          tactic: {{tactic}}
          subtype: {{subtype}}
          when: {{when}}
          score: { logOdds: 1.0 }

        """;

    /// <summary>The condition of a pack with one rule, bound.</summary>
    public static GroomingSignals.Rules.Rule Bind(string when) =>
        RuleSetBinder.Bind([Parse(Words + "rules:\n" + Rule(when))]).Rules.Single();

    /// <summary>The problems of a pack that does not load, or does not bind.</summary>
    public static IReadOnlyList<PackDiagnostic> Problems(string yaml)
    {
        try
        {
            RuleSetBinder.Bind([RulePack.Parse(yaml, "house.yaml")]);
            return [];
        }
        catch (RulePackException e)
        {
            return [.. e.Diagnostics.Where(d => d.Severity == PackDiagnosticSeverity.Error)];
        }
    }
}
