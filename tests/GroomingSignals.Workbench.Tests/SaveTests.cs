using System.Net;
using System.Text.Json;
using GroomingSignals.Policy;

namespace GroomingSignals.Workbench.Tests;

public sealed class SaveTests
{
    private const string Moved = """{"adult-to-minor":{"review":0.7,"urgent":0.9}}""";

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"   \"")]
    public async Task Nothing_is_saved_without_a_reason(string reason)
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        using HttpResponseMessage response = await open.SendAsync("api/save", $$"""{"thresholds":{{Moved}},"reason":{{reason}},"author":"a"}""");
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Test.Stop)).Should().Contain("reason");
        File.Exists(open.SavedPolicy).Should().BeFalse();
    }

    [Fact]
    public async Task The_file_says_who_when_and_why_and_loads()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(change: o => o with { Time = new StoppedClock(new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero)) });
        JsonElement saved = await open.CallAsync("save", $$"""{"thresholds":{{Moved}},"reason":"fewer: \"false\" alarms\n# not a comment","author":"Lead, night shift"}""");

        string yaml = await File.ReadAllTextAsync(open.SavedPolicy, Test.Stop);
        yaml.Should().Contain("2026-03-04T05:06:07Z by Lead, night shift").And.Contain("not a comment");
        RiskPolicy policy = RiskPolicy.Load(open.SavedPolicy);
        policy.Version.Hash.Should().Be(saved.GetProperty("hash").GetString());
        policy.Version.Version.Should().Be(saved.GetProperty("version").GetString()).And.Be("1.0.1");
        saved.GetProperty("command").GetString().Should().Contain("--policy " + open.SavedPolicy);
    }

    [Fact]
    public async Task The_file_says_where_its_thresholds_came_from_as_a_policy_of_tune_does()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(change: o => o with { Arguments = "--rules ours.yaml", Notices = _ => ["It learnt from this."] });
        await open.CallAsync("save", """
            {"thresholds":{"adult-to-minor":{"review":0.2,"urgent":0.9}},"reason":"a test","author":null,
             "workload":{"volume":1234,"prevalence":0.01,"reviewers":2,"minutesPerCase":5,"hoursPerDay":6}}
            """);
        string yaml = await File.ReadAllTextAsync(open.SavedPolicy, Test.Stop);
        yaml.Should().Contain($"grooming-signals workbench --data {OpenWorkbench.Sample} --rules ours.yaml").And.Contain("# Pack ncmec-en ").And.Contain("# From policy default 1.0.0 ")
            .And.MatchRegex(@"# Data: \d+ conversations, \d+ grooming, \d+ not, \d+ synthetic").And.Contain("# Stated: 1234 conversations a day, prevalence 0.01, 2 reviewers")
            .And.MatchRegex(@"# Review: \d+ conversations of this data; recall [01][.0-9]* \(").And.MatchRegex("# Urgent: ")
            .And.Contain("# adult-to-minor low: 0.30 to 0.20; lowered with review").And.Contain("# adult-to-minor review: 0.60 to 0.20; set by hand").And.Contain("# adult-to-minor urgent: 0.85 to 0.90; set by hand")
            .And.Contain("# notice: It learnt from this.").And.Contain("# synthetic: ");
        RiskPolicy.Load(open.SavedPolicy).Prevalence.Should().BeNull("the page begins with a prevalence that nobody stated: the file says it and the policy does not");
    }

    [Fact]
    public async Task Saving_again_goes_on_from_what_was_saved()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        await open.CallAsync("save", $$"""{"thresholds":{{Moved}},"reason":"one","author":null}""");
        await open.CallAsync("save", """{"thresholds":{"unknown-to-minor":{"review":0.8,"urgent":0.95}},"reason":"two","author":null}""");
        JsonElement corpus = (await open.CallAsync("state")).GetProperty("corpus");
        corpus.GetProperty("policy").GetString().Should().EndWith("1.0.2");
        corpus.GetProperty("tracks").EnumerateArray().Take(2).Select(t => t.GetProperty("review").GetDouble()).Should().Equal(0.7, 0.8);
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_left_alone()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        await File.WriteAllTextAsync(open.SavedPolicy, "mine", Test.Stop);
        using HttpResponseMessage response = await open.SendAsync("api/save", $$"""{"thresholds":{{Moved}},"reason":"a test","author":null}""");
        response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await File.ReadAllTextAsync(open.SavedPolicy, Test.Stop)).Should().Be("mine");
    }

    [Fact]
    public async Task What_else_the_opened_policy_says_is_kept()
    {
        const string yaml = """
            schema: policy/1
            policy: { id: ours, version: 2.3.9 }
            prevalence: 0.0004
            scoring: { minimumEvidence: 3 }
            tracks:
              minor-to-minor: { logOdds: -1.5 }
            tactics:
              coercion: null
              secrecy: { review: 0.7 }
            overrides:
              GS-SEC-001: { mode: shadow, reason: "noisy here", expires: 2999-01-01 }
            """;
        RiskPolicy policy = RiskPolicy.Parse(yaml, "ours.yaml");
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(change: o => o with { Policy = policy });
        await open.CallAsync("save", $$"""{"thresholds":{{Moved}},"reason":"a test","author":null}""");

        RiskPolicy saved = RiskPolicy.Load(open.SavedPolicy);

        saved.Version.Id.Should().Be("ours");
        saved.Version.Version.Should().Be("2.3.10");
        saved.Prevalence.Should().Be(0.0004);
        saved.Scoring.MinimumEvidence.Should().Be(3);
        saved.Tactics.Should().BeEquivalentTo(policy.Tactics);
        saved.Overrides.Select(o => o with { Position = default }).Should().Equal(policy.Overrides.Select(o => o with { Position = default }));
        saved.Tracks[2].Should().Be(policy.Tracks[2]);
        saved.Tracks[0].Rules!.Review.Should().Be(0.7);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
