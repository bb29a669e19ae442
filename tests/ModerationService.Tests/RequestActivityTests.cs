using System.Collections.Concurrent;
using System.Diagnostics;

namespace ModerationService.Tests;

/// <summary>What the host does beside each request: nothing, until somebody asks for it.</summary>
public sealed class RequestActivityTests
{
    private const string Hello = """{"id":"m1","sender":"a","text":"hello"}""";

    [Fact]
    public async Task A_request_is_neither_logged_nor_given_a_scope_when_nobody_asks()
    {
        await using var service = await RunningService.StartAsync("memory");
        await service.SendAsync("c1", Hello);
        service.Logs.Lines.Should().NotContain(line => line.Contains("/v1/conversations/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_may_ask_for_the_log_of_requests()
    {
        await using var service = await RunningService.StartAsync("memory", null, "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information");
        await service.SendAsync("c1", Hello);
        service.Logs.Lines.Should().Contain(line => line.Contains("Request starting", StringComparison.Ordinal) && line.Contains("/v1/conversations/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore", "Executing endpoint")]
    [InlineData("Microsoft.AspNetCore.Routing", "Executing endpoint")]
    public async Task Settings_may_ask_for_what_the_framework_logs_below_a_warning(string category, string line)
    {
        await using var service = await RunningService.StartAsync("memory", null, $"--Logging:LogLevel:{category}", "Information");
        await service.SendAsync("c1", Hello);
        service.Logs.Lines.Should().Contain(logged => logged.Contains(line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_listens_to_the_activities_of_requests_gets_them()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var heard = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => heard.Enqueue(activity.TraceId.ToHexString()),
        };
        ActivitySource.AddActivityListener(listener);
        await using var service = await RunningService.StartAsync("memory");
        service.Client.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        await service.SendAsync("c1", Hello);
        await service.StopAsync();
        heard.Should().Contain(Trace);
    }
}
