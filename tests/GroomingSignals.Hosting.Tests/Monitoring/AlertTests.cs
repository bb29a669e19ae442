using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Hosting.Tests.Monitoring;

public sealed class AlertTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAlertIsRaisedWhenTheSeverityRisesAndNotOnEveryMessage()
    {
        using var host = new MonitorHost(configure: o => o.MinimumAlertSeverity = Severity.Low);
        var analyzer = Talk.Analyzer;
        var state = analyzer.Start(Talk.Key.Conversation, Talk.Two);
        var expected = new List<(Severity, int)>();
        var raised = new List<bool>();
        for (int i = 0; i < 40; i++)
        {
            var result = analyzer.Append(state, Talk.Number(i));
            if (result.SeverityRose)
            {
                expected.Add((result.Severity, i + 1));
            }

            raised.Add((await host.Monitor.AppendAsync(Talk.Key, Talk.Number(i), Talk.Two, Cancellation)).AlertRaised);
        }

        var alerts = await host.Store.ReadAlertsAsync("t", 0, 100, Cancellation);

        expected.Should().HaveCountGreaterThan(1);
        alerts.Select(a => (a.Severity, a.Sequence)).Should().Equal(expected);
        raised.Count(r => r).Should().Be(expected.Count);
    }

    [Fact]
    public async Task AnAlertNamesThePairAndItsTacticsAndNoText()
    {
        using var host = new MonitorHost();
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "see you at practice", "b"), Talk.Two, Cancellation);
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("2", "send me a picture or else everybody sees it"), null, Cancellation);

        var alert = (await host.Store.ReadAlertsAsync("t", 0, 10, Cancellation)).Should().ContainSingle().Subject;

        (alert.From, alert.Towards, alert.Sequence).Should().Be(("a", "b", 2));
        alert.Severity.Should().BeOneOf(Severity.Review, Severity.Urgent);
        alert.Tactics.Should().Contain(Tactic.Coercion);
        alert.RaisedAt.Should().Be(host.Time.GetUtcNow());
        alert.IdempotencyKey.Should().Be($"c/{AssessmentJson.Name(alert.Severity)}/2");
    }

    [Fact]
    public async Task BelowTheLowestSeverityNothingIsRaised()
    {
        using var host = new MonitorHost();

        var report = await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), Talk.Two, Cancellation);

        report.Severity.Should().Be(Severity.Low);
        report.AlertRaised.Should().BeFalse();
        (await host.Store.ReadAlertsAsync("t", 0, 10, Cancellation)).Should().BeEmpty();
    }

    [Fact]
    public async Task AHostThatStartsAnewDoesNotRaiseWhatWasRaised()
    {
        using var first = new MonitorHost();
        await first.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "send me a picture or else everybody sees it"), Talk.Two, Cancellation);
        using var second = new MonitorHost(first.Store);
        await second.Monitor.AppendAsync(Talk.Key, Talk.Say("2", "good game"), null, Cancellation);

        (await first.Store.ReadAlertsAsync("t", 0, 10, Cancellation)).Should().ContainSingle();
    }
}
