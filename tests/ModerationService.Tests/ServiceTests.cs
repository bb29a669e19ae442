using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GroomingSignals.Hosting.Storage;
using Microsoft.Extensions.DependencyInjection;
using ModerationService.Keys;
using ModerationService.Start;

namespace ModerationService.Tests;

public sealed partial class ServiceTests
{
    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere_and_may_run_nothing_else()
    {
        await using var service = await RunningService.StartAsync("memory");
        using var page = await service.Nobody.GetAsync("/", TestContext.Current.CancellationToken);
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().StartWith("default-src 'none'").And.NotContain("unsafe");
        string html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.Should().NotContain("://").And.NotContain("<style").And.NotMatchRegex(@"\son\w+=");
        foreach (Match link in Linked().Matches(html))
        {
            using var linked = await service.Nobody.GetAsync(link.Groups[1].Value, TestContext.Current.CancellationToken);
            linked.StatusCode.Should().Be(HttpStatusCode.OK, link.Groups[1].Value);
        }
    }

    [Fact]
    public async Task Live_figures_metrics_and_health_need_no_key_and_count()
    {
        await using var service = await RunningService.StartAsync("memory");
        await service.SendAsync("c1", """{"id":"m1","sender":"a","text":"hello"}""");
        await service.SendAsync("c1", """{"id":"m1","sender":"a","text":"hello"}""");
        var figures = (await service.GetAsync("/live", service.Nobody)).GetProperty("figures");
        figures.GetProperty("grooming_signals.messages applied").GetInt64().Should().Be(1);
        figures.GetProperty("grooming_signals.messages duplicate").GetInt64().Should().Be(1);
        string metrics = await service.Nobody.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        metrics.Should().MatchRegex("""grooming_signals_messages_total\{[^}]*outcome="applied"[^}]*\} 1\b""");
        (await service.Nobody.GetStringAsync("/health/live", TestContext.Current.CancellationToken)).Should().Be("Healthy");
        (await service.GetAsync("/health/ready", service.Nobody)).GetProperty("status").GetString().Should().Be("Healthy");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/page.css")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/live")]
    [InlineData("/metrics")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/v1/alerts")]
    [InlineData("/v1/alerts?limit=0")]
    [InlineData("/v1/conversations/c1/assessment")]
    [InlineData("/v1/conversations/c2/assessment")]
    [InlineData("/v1/conversations/c1/messages")]
    [InlineData("/v2/alerts")]
    public async Task HEAD_is_answered_as_GET_without_the_body(string path)
    {
        await using var service = await RunningService.StartAsync("memory");
        await service.SendAsync("c1", """{"id":"m1","sender":"a","text":"hello"}""");
        using var get = await service.Client.GetAsync(path, TestContext.Current.CancellationToken);
        using var asked = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await service.Client.SendAsync(asked, TestContext.Current.CancellationToken);
        (head.StatusCode, head.Content.Headers.ContentType, string.Join(", ", head.Content.Headers.Allow))
            .Should().Be((get.StatusCode, get.Content.Headers.ContentType, string.Join(", ", get.Content.Headers.Allow)));
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_service_counts_its_own_messages_and_none_of_another_in_the_same_process()
    {
        await using var service = await RunningService.StartAsync("memory");
        await using var other = await RunningService.StartAsync("memory");
        await service.SendAsync("c1", """{"id":"m1","sender":"a","text":"hello"}""");
        for (int i = 0; i < 3; i++)
        {
            await other.SendAsync("c1", $$"""{"id":"m{{i}}","sender":"a","text":"hello"}""");
        }

        foreach (var (who, count) in new[] { (service, 1), (other, 3) })
        {
            var figures = (await who.GetAsync("/live", who.Nobody)).GetProperty("figures");
            figures.GetProperty("grooming_signals.messages applied").GetInt64().Should().Be(count);
            string metrics = await who.Nobody.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
            metrics.Should().MatchRegex($$"""grooming_signals_messages_total\{[^}]*outcome="applied"[^}]*\} {{count}}\b""");
        }
    }

    [Fact]
    public async Task Every_series_stands_at_nought_before_its_first_event()
    {
        await using var service = await RunningService.StartAsync("memory");
        string metrics = await service.Nobody.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        string operators = await File.ReadAllTextAsync(RepositoryFile.Path("docs/operators.md"), TestContext.Current.CancellationToken);
        int series = 0;
        foreach (Match row in Instrument().Matches(operators))
        {
            string name = row.Groups["name"].Value.Replace('.', '_');
            string[] values = row.Groups["values"].Value is { Length: > 0 } listed ? listed.Split(", ") : [.. row.Groups["tag"].Value switch
            {
                "severity" => ["low", "review", "urgent"],
                "tactic" => GroomingSignals.Conversations.Taxonomy.Tactics.Select(t => t.Id),
                _ => [""],
            }];
            foreach (string value in values)
            {
                series++;
                string tag = value.Length == 0 ? "" : $",{row.Groups["tag"].Value}=\"{value}\"";
                metrics.Should().MatchRegex($$"""(?m)^grooming_signals_{{name}}_total\{otel_scope_name="GroomingSignals"{{tag}}\} 0\b""");
            }
        }

        series.Should().Be(8 + 3 + 13 + 1 + 2 + 5 + 2);
    }

    [Fact]
    public async Task The_bounds_of_durations_are_round()
    {
        await using var service = await RunningService.StartAsync("memory");
        await service.SendAsync("c1", """{"sender":"a","text":"hello"}""");
        string metrics = await service.Nobody.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        var bounds = Bound().Matches(metrics).Select(m => m.Groups[1].Value).ToArray();
        bounds.Should().HaveCountGreaterThan(30);
        bounds.Should().OnlyContain(b => b == "+Inf" || Regex.IsMatch(b, @"^(0\.0*(1|25|5)|[125]|2\.5|[125]0|25|[125](\.5)?E-0[1-6])$"));
    }

    [Fact]
    public async Task A_stop_finishes_what_was_taken_in()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.File("state.db"));
        int acknowledged = 0;
        var senders = Enumerable.Range(0, 8).Select(sender => Task.Run(async () =>
        {
            for (int i = 0; ; i++)
            {
                try
                {
                    using var response = await service.PostAsync($"c{sender}", $$"""{"id":"m{{i}}","sender":"a","text":"hello"}""");
                    if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                    {
                        return i;
                    }

                    response.StatusCode.Should().Be(HttpStatusCode.OK);
                    Interlocked.Increment(ref acknowledged);
                }
                catch (HttpRequestException)
                {
                    return i;
                }
            }
        }, TestContext.Current.CancellationToken)).ToArray();
        while (Volatile.Read(ref acknowledged) < 200)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await service.StopAsync();
        int[] sent = await Task.WhenAll(senders);
        await service.DisposeAsync();
        await using var again = await RunningService.StartAsync(folder.File("state.db"));
        for (int sender = 0; sender < sent.Length; sender++)
        {
            var answer = await again.SendAsync($"c{sender}", """{"id":"last","sender":"a","text":"hello"}""");
            answer.GetProperty("messageCount").GetInt32().Should().Be(sent[sender] + 1, "a stop that drains leaves nothing open");
        }
    }

    [Fact]
    public async Task The_key_that_is_made_for_a_service_without_any_is_shown_once_and_kept_as_a_hash()
    {
        await using var app = ServiceHost.Build(["--urls", "http://127.0.0.1:0", "--GroomingSignals:SqlitePath", "memory"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var notice = new StringWriter();
        StartNotice.Write(app, notice);
        string key = Regex.Match(notice.ToString(), @"API key: (\S+)").Groups[1].Value;
        string address = Regex.Match(notice.ToString(), @"address: (\S+)").Groups[1].Value;
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        (await client.GetAsync("/v1/alerts", TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.OK);
        JsonSerializer.Serialize(app.Services.GetRequiredService<ApiKey>().Entry).Should().NotContain(key).And.NotContain(key[^40..]);
    }

    [Theory]
    [InlineData("", "id", 64)]
    [InlineData("tenant", "", 64)]
    [InlineData("tenant", "id", 63)]
    public void A_key_entry_that_is_not_usable_stops_the_start(string tenant, string id, int digits)
    {
        var make = () => new KeyRing([new KeyEntry(tenant, id, new string('a', digits))]);
        make.Should().Throw<InvalidOperationException>().WithMessage("*ApiKeys*");
    }

    [Fact]
    public async Task A_question_that_takes_too_long_is_given_up()
    {
        await using var service = await RunningService.StartAsync(
            "memory", b => b.Services.AddSingleton<IConversationStateStore>(new SlowReads()), "--Service:QuestionTimeout", "00:00:00.2");
        using var response = await service.Client.GetAsync("/v1/alerts", TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.GatewayTimeout);
    }

    /// <summary>A row of the table of instruments whose instrument is a counter: its tag, and the values where they are listed.</summary>
    [GeneratedRegex(@"^\| `grooming_signals\.(?<name>[a-z.]+)` \| (?!s \|)[^|]* \|(?: `(?<tag>[a-z]+)`(?:: (?<values>[a-z_, ]+))?)? \|$", RegexOptions.Multiline)]
    private static partial Regex Instrument();

    [GeneratedRegex("^grooming_signals_(?:analysis|commit)_duration_seconds_bucket\\{[^}]*le=\"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Bound();

    [GeneratedRegex("""(?:href|src)="(/[^"]*)""")]
    private static partial Regex Linked();
}
