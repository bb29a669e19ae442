using GroomingSignals.Hosting.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GroomingSignals.Hosting.Tests.Reloading;

public sealed class ReloadTests : IDisposable
{
    private const string Pack = """
        schema: rule-pack/1
        pack: { id: own, version: 1.0.0, languages: [en], description: one rule }
        lexicons:
          word: { phrases: [WORD] }
        rules:
        - id: OWN-SEC-001
          title: says a word
          tactic: secrecy
          subtype: conceal
          status: stable
          when: { lexicon: word }
          score: { logOdds: 1.4, cap: 2.4 }
        """;

    private readonly TemporaryFolder _folder = new();

    public ReloadTests() => Write("blue");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => _folder.File("own.yaml");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AGoodPackIsTakenIntoServiceAndStatesGoOn()
    {
        using var host = Host();
        var before = host.Source.Current;
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "blue"), Talk.Two, Cancellation);
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("2", "green"), null, Cancellation);
        Write("green");

        host.Source.Reload().Should().BeTrue();

        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("3", "green"), null, Cancellation);
        var assessment = (await host.Monitor.AssessAsync(Talk.Key, Cancellation))!;
        host.Source.Current.Should().NotBeSameAs(before);
        assessment.Evidence.Select(e => e.Anchors[0].MessageId).Should().Equal("1", "3");
        assessment.Versions.Packs.Single(p => p.Id == "own").Hash.Should().NotBe(before.Versions.Packs.Single(p => p.Id == "own").Hash);
        (await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "blue"), null, Cancellation)).Messages.Should().Equal(MessageOutcome.Duplicate);
    }

    [Fact]
    public async Task AMonitorThatReloadsGivesTheStateThatAResumptionGives()
    {
        using var host = Host();
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "blue"), Talk.Two, Cancellation);
        var old = host.Source.Current;
        Write("green");
        host.Source.Reload();
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("2", "green"), null, Cancellation);

        var state = old.Start(Talk.Key.Conversation, Talk.Two);
        old.Append(state, Talk.Say("1", "blue"));
        state = host.Source.Current.Resume(state.ToSnapshot());
        host.Source.Current.Append(state, Talk.Say("2", "green"));

        (await host.Store.ReadAsync(Talk.Key, Cancellation))!.Snapshot.ToArray().Should().Equal(state.ToSnapshot());
    }

    [Fact]
    public async Task ABadPackLeavesTheOldOneInServiceAndSaysSo()
    {
        using var host = Host();
        var before = host.Source.Current;
        var health = new GroomingSignalsHealthCheck(host.Source, host.Store);
        (await health.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status.Should().Be(HealthStatus.Healthy);
        Write("CANARY-PHRASE\n  oops: [");

        host.Source.Reload().Should().BeFalse();

        host.Source.Current.Should().BeSameAs(before);
        host.Source.Problems.Should().NotBeEmpty().And.OnlyContain(p => p.Contains("own.yaml(") && p.Contains(": GSR"));
        string.Join('\n', host.Source.Problems).Should().NotContain("CANARY");
        var result = await health.CheckHealthAsync(new HealthCheckContext(), Cancellation);
        result.Status.Should().Be(HealthStatus.Degraded);
        result.Description.Should().Contain("own.yaml(").And.NotContain("CANARY");
        (await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "blue"), Talk.Two, Cancellation)).Risk.Should().BeGreaterThan(0.02);

        Write("green");
        host.Source.Reload().Should().BeTrue();
        host.Source.Problems.Should().BeEmpty();
        (await health.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public void AChangedFileIsFoundByLookingAndReadOnceItIsQuiet()
    {
        using var host = Host(o => o.ReloadPollInterval = TimeSpan.FromSeconds(30));
        var before = host.Source.Current;
        host.Source.Watch(listen: false);
        Write("green and long enough to differ");

        host.Time.Advance(TimeSpan.FromSeconds(31));
        host.Source.Current.Should().BeSameAs(before, "the file has not been quiet yet");
        Write("green and longer still, since the copy goes on");
        host.Time.Advance(TimeSpan.FromMilliseconds(400));
        host.Source.Current.Should().BeSameAs(before, "it was written again");
        host.Time.Advance(TimeSpan.FromSeconds(1));
        host.Time.Advance(TimeSpan.FromSeconds(1));

        host.Source.Current.Should().NotBeSameAs(before);
    }

    [Fact]
    public async Task TheFileSystemTellsOfAChange()
    {
        using var host = Host(o => (o.ReloadPollInterval, o.ReloadQuietTime) = (TimeSpan.FromHours(1), TimeSpan.FromMilliseconds(1)));
        var before = host.Source.Current;
        host.Source.Watch();
        Write("green");

        for (int i = 0; i < 250 && ReferenceEquals(host.Source.Current, before); i++)
        {
            await Task.Delay(20, Cancellation);
            host.Time.Advance(TimeSpan.FromMilliseconds(5));
        }

        host.Source.Current.Should().NotBeSameAs(before);
    }

    [Fact]
    public void AFileThatIsGoneIsABadOne()
    {
        using var host = Host();
        System.IO.File.Delete(File);

        host.Source.Reload().Should().BeFalse();
        host.Source.Problems.Should().ContainSingle().Which.Should().Contain("own.yaml");
    }

    [Fact]
    public void EveryProblemOfEveryFileIsNamed()
    {
        string policy = _folder.File("policy.yaml");
        string model = _folder.File("model.gsmodel");
        System.IO.File.WriteAllText(policy, "schema: policy/1\nnonsense: true\n");
        System.IO.File.WriteAllText(model, "no model");
        using var host = Host();
        Write("]");
        host.Options.PolicyPath = policy;
        host.Options.ModelPath = model;

        host.Source.Reload().Should().BeFalse();

        host.Source.Problems.Should().Contain(p => p.Contains("own.yaml")).And.Contain(p => p.Contains("policy.yaml")).And.Contain(p => p.EndsWith("GSM0001", StringComparison.Ordinal));
    }

    [Fact]
    public void AnOverrideExpiresThoughNoFileChanges()
    {
        string policy = _folder.File("policy.yaml");
        System.IO.File.WriteAllText(policy, """
            schema: policy/1
            policy: { id: own, version: 1.0.0 }
            overrides:
              OWN-SEC-001: { mode: "off", reason: a test, expires: 2026-03-02 }
            """);
        using var host = Host(o => o.PolicyPath = policy);
        host.Source.Watch();
        double Risk() => host.Source.Current.Analyze(new() { Participants = Talk.Two, Messages = [Talk.Say("1", "blue")] }).Risk;
        double silenced = Risk();

        host.Time.Advance(TimeSpan.FromDays(3));

        Risk().Should().BeGreaterThan(silenced);
    }

    private MonitorHost Host(Action<GroomingSignalsOptions>? configure = null) => new(configure: o =>
    {
        o.PackPaths.Add(File);
        configure?.Invoke(o);
    });

    private void Write(string word) => System.IO.File.WriteAllText(File, Pack.Replace("WORD", word, StringComparison.Ordinal));
}
