using CsCheck;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;

namespace GroomingSignals.Tests.Properties;

public sealed class CounterfactualProperties
{
    private static readonly string[] Cues =
    [
        "dont tell your mom", "our little secret", "send me a picture", "buy you a gift", "or else everybody sees it", "ok then", "im 15", "im 31",
    ];

    /// <summary>One speaker, no times: nothing decays and no other pair takes over, so the removal can be replayed for real.</summary>
    private static readonly Gen<Conversation> OneSided = Pick.From(Cues).Array[1, 8].Select(texts => new Conversation
    {
        Participants =
        [
            new Participant { Id = "a", Age = AgeBand.Adult, Provenance = AgeProvenance.Declared },
            new Participant { Id = "b", Age = AgeBand.From13To15, Provenance = AgeProvenance.Declared },
        ],
        Messages = [.. texts.Select(t => new Message { Sender = "a", Text = t })],
    });

    [Fact]
    public void Without_its_rules_the_severity_is_lower() =>
        OneSided.Sample(conversation =>
        {
            var assessment = SmallPack.Analyzer.Analyze(conversation);
            if (assessment.Counterfactual is not { } counterfactual)
            {
                assessment.Severity.Should().Be(Severity.None);
                return;
            }

            (counterfactual.Severity < assessment.Severity).Should().BeTrue();
            (Without([.. counterfactual.Rules]).Analyze(conversation).Severity < assessment.Severity).Should().BeTrue();
        }, iter: 200);

    [Fact]
    public void No_smaller_set_of_rules_does_it() =>
        OneSided.Sample(conversation =>
        {
            var assessment = SmallPack.Analyzer.Analyze(conversation);
            if (assessment.Counterfactual is not { Minimal: true, Rules.Length: 2 })
            {
                return;
            }

            foreach (string rule in assessment.Contributions.Select(c => c.Name).Where(n => n.StartsWith("T-", StringComparison.Ordinal)))
            {
                Without([rule]).Analyze(conversation).Severity.Should().Be(assessment.Severity, "{0} alone is not enough", rule);
            }
        }, iter: 200);

    private static RiskAnalyzer Without(string[] rules)
    {
        string overrides = string.Concat(rules.Select(r => $"  {r}: {{ mode: off, reason: counterfactual }}\n"));
        var policy = RiskPolicy.Parse("schema: policy/1\npolicy: { id: without, version: 1.0.0 }\noverrides:\n" + overrides, "without.yaml");
        return new RiskAnalyzerBuilder()
            .WithoutBuiltInRulePack()
            .AddRulePack(GroomingSignals.RulePacks.RulePack.Parse(SmallPack.Yaml, "small.yaml"))
            .UsePolicy(policy)
            .Build();
    }
}
