using System.Diagnostics;
using System.Globalization;

namespace ModerationService.Tests.Crash;

public sealed class CrashTests
{
    private const int Workers = 48;

    /// <summary>
    /// The service is killed several times under load. At the end nothing that was acknowledged is lost, nothing counts twice, no alert is lost, and every
    /// snapshot is, byte for byte, that of a process that was never killed. A short run here; <c>.ci/full crash</c> runs it at size.
    /// </summary>
    [Fact]
    public async Task Killed_under_load_it_loses_nothing_and_counts_nothing_twice()
    {
        var plan = CrashPlan.OfEnvironment();
        using var folder = new TemporaryFolder();
        string file = folder.File("state.db");
        var watch = Stopwatch.StartNew();
        using (var service = new CrashService(file))
        {
            using var sender = new CrashSender(plan, service);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            await service.StartAsync(TestContext.Current.CancellationToken);
            var sending = sender.SendAsync(Workers, stop.Token);

            // Whatever ends this test ends its senders: they would ask for ever.
            using var ended = new CancelOnExit(stop);
            for (int kill = 1; kill <= plan.Kills; kill++)
            {
                while (sender.Acknowledged < plan.Messages * (long)kill / (plan.Kills + 1) && !sending.IsCompleted)
                {
                    service.HasDied.Should().BeFalse("nothing but a kill ends the service");
                    await Task.Delay(1, TestContext.Current.CancellationToken);
                }

                sending.IsCompleted.Should().BeFalse("a kill has to come under load");
                service.Kill();
                await service.StartAsync(TestContext.Current.CancellationToken);
            }

            while (await Task.WhenAny(sending, Task.Delay(100, TestContext.Current.CancellationToken)) != sending)
            {
                service.HasDied.Should().BeFalse("nothing but a kill ends the service");
            }

            await sending;
            service.Kill();
            sender.Lies.Should().BeEmpty();
            sender.Acknowledged.Should().Be(plan.Messages);
            sender.Unanswered.Should().BeGreaterThan(plan.Kills, "kills under load leave requests without an answer");
            await ReportAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{sender.Acknowledged} messages of {plan.Conversations} conversations acknowledged, {sender.Repeats} sent again, {sender.Unanswered} requests without an answer, {plan.Kills + 1} kills, {watch.Elapsed.TotalSeconds:F0} s"));
        }

        (await CrashVerdict.OfAsync(plan, file)).Should().BeEmpty();
    }

    private sealed class CancelOnExit(CancellationTokenSource source) : IDisposable
    {
        public void Dispose() => source.Cancel();
    }

    private static async Task ReportAsync(string line)
    {
        TestContext.Current.SendDiagnosticMessage(line);
        if (Environment.GetEnvironmentVariable("CRASH_REPORT") is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, line + "\n", TestContext.Current.CancellationToken);
        }
    }
}
