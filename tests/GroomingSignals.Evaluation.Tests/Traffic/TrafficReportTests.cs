using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Traffic;
using GroomingSignals.Evaluation.Traffic.Pages;
using GroomingSignals.Policy;

namespace GroomingSignals.Evaluation.Tests.Traffic;

public sealed class TrafficReportTests
{
    private static readonly IReadOnlyList<LabelledConversation> Data = Made.Composed(21, 120);

    private static readonly RiskPolicy Shadowed = RiskPolicy.Parse(
        """
        schema: policy/1
        policy: { id: shadowed, version: 1.0.0 }
        overrides:
          GS-IMG-001: { mode: shadow, reason: "tried out" }
          GS-SEC-001: { mode: shadow, reason: "tried out" }
        """, "shadowed.yaml");

    [Fact]
    public void Volumes_are_what_the_assessments_say()
    {
        TrafficResult result = Read(RiskPolicy.Default);
        RiskAnalyzer analyzer = RiskAnalyzer.CreateDefault();
        var all = Data.Select(c => analyzer.Analyze(c.Conversation)).ToList();
        for (int severity = 0; severity < 4; severity++)
        {
            result.Severities[severity].Should().Be(all.Count(a => (int)a.Severity == severity));
        }

        result.Tracks.Sum(t => t.Severities.Sum()).Should().Be(Data.Count);
        result.Rules.Single(r => r.Rule == "GS-SEC-001").Conversations.Should().Be(all.Count(a => a.Evidence.Any(e => e.RuleId == "GS-SEC-001")));
        result.Rules.Single(r => r.Rule == "GS-SEC-001").Decisive.Should().Be(all.Count(a => a.Severity >= Assessment.Severity.Review && a.Counterfactual!.Rules.Contains("GS-SEC-001")));
        result.Risks.Sum(r => r.Below + r.Queued).Should().Be(Data.Count);
        result.Shadows.Should().BeEmpty();
    }

    [Fact]
    public void Shadow_rules_as_if_live_are_what_they_are_when_they_are_live()
    {
        TrafficResult shadow = Read(Shadowed);
        TrafficResult live = Read(RiskPolicy.Default);
        shadow.SeveritiesIfLive.Should().Equal(live.Severities);
        shadow.Severities.Should().NotEqual(live.Severities);
        shadow.Shadows.Select(s => s.Rule).Should().BeEquivalentTo("GS-IMG-001", "GS-SEC-001");
        shadow.Shadows.Single(s => s.Rule == "GS-SEC-001").Conversations.Should().Be(live.Rules.Single(r => r.Rule == "GS-SEC-001").Conversations);
        (shadow.Moves[0].Entered - shadow.Moves[0].Left).Should().Be(live.Queued - shadow.Queued);
    }

    [Fact]
    public void The_page_holds_no_text_asks_for_no_network_and_is_the_same_each_time()
    {
        string html = TrafficReport.ToHtml(Read(Shadowed));
        html.Should().Be(TrafficReport.ToHtml(Read(Shadowed)));
        html.Should().Contain("default-src 'none'").And.Contain("Synthetic data").And.NotContain("src=\"http").And.NotContain("<link");
        foreach (string text in Data.SelectMany(c => c.Conversation.Messages).Select(m => m.Text).Where(t => t.Length > 12))
        {
            html.Should().NotContain(System.Net.WebUtility.HtmlEncode(text));
        }

        html.Should().NotContain(Data[0].Conversation.Id);
    }

    [Fact]
    public void A_rule_is_noisy_when_it_fires_often_and_decides_nothing()
    {
        // Compliments alone reach no queue, so that their rule decides nowhere.
        var quiet = Enumerable.Range(0, 40).Select(i => new Conversation { Id = $"q{i}", Messages = [new Message { Sender = "a", Text = "you are so mature for your age" }, new Message { Sender = "b", Text = "ok" }] });
        TrafficResult result = Read(RiskPolicy.Default, quiet);
        RuleTraffic rule = result.Rules[0];
        (rule.Conversations, rule.Decisive, rule.IsNoisy).Should().Be((40, 0, true));
        Read(RiskPolicy.Default, quiet.Take(19)).Rules.Should().OnlyContain(r => !r.IsNoisy);
    }

    private static TrafficResult Read(RiskPolicy policy) => Read(policy, Data.Select(c => c.Conversation));

    private static TrafficResult Read(RiskPolicy policy, IEnumerable<Conversation> conversations)
    {
        var reader = new TrafficReader(Build(policy), Build);
        var tally = new TrafficTally(reader);
        foreach (Conversation conversation in conversations)
        {
            tally.Add(reader.Read(conversation, isSynthetic: true));
        }

        return tally.Result(0, 10_000, null);
    }

    private static RiskAnalyzer Build(RiskPolicy policy) => new RiskAnalyzerBuilder().UsePolicy(policy).Build();
}
