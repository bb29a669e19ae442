using GroomingSignals.Assessment;

namespace GroomingSignals.Hosting.Tests.Monitoring;

public sealed class IntakeTests
{
    [Fact]
    public async Task AMessageIsScoredAtOnce()
    {
        using var host = new MonitorHost();

        var report = await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), Talk.Two, TestContext.Current.CancellationToken);

        report.Status.Should().Be(AppendStatus.Accepted);
        report.Messages.Should().Equal(MessageOutcome.Applied);
        report.MessageCount.Should().Be(1);
        report.Severity.Should().Be(Severity.Low);
        (await host.Monitor.AssessAsync(Talk.Key, TestContext.Current.CancellationToken))!.Risk.Should().Be(report.Risk);
    }

    [Fact]
    public async Task TheStoredStateIsThatOfAPlainFoldByteForByte()
    {
        using var host = new MonitorHost();
        for (int i = 0; i < 60; i++)
        {
            await host.Monitor.AppendAsync(Talk.Key, Talk.Number(i), Talk.Two, TestContext.Current.CancellationToken);
        }

        var stored = await host.Store.ReadAsync(Talk.Key, TestContext.Current.CancellationToken);

        stored!.Version.Should().Be(60);
        stored.Snapshot.ToArray().Should().Equal(Talk.Fold(Talk.Key, Enumerable.Range(0, 60).Select(i => Talk.Number(i))));
    }
}
