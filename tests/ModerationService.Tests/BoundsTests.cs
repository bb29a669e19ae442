using System.Net;
using System.Net.Sockets;
using System.Text;
using GroomingSignals.Hosting.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static ModerationService.Tests.Refused;

namespace ModerationService.Tests;

/// <summary>What is asked of the service beyond its bounds, and what it does when its store fails or is full: nothing is lost, and whoever asks is told when to come again.</summary>
public sealed class BoundsTests
{
    [Fact]
    public async Task A_slow_client_is_told_so_and_let_go()
    {
        await using var service = await RunningService.StartAsync("memory", null, "--Service:BodyGrace", "00:00:01.1", "--Service:BodyBytesPerSecond", "1000");
        using var socket = new TcpClient(service.Address.Host, service.Address.Port);
        await using var stream = socket.GetStream();
        string head = $"POST /v1/conversations/c1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {RunningService.Key}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        string answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        answer.Should().StartWith("HTTP/1.1 408").And.Contain("\"too-slow\"");
    }

    [Fact]
    public async Task A_tenant_that_sends_too_fast_is_told_when_to_come_again_and_others_are_not_held_up()
    {
        await using var service = await RunningService.StartAsync("memory", null, "--Service:RequestsPerSecond", "10");
        var answers = new List<HttpResponseMessage>();
        for (int i = 0; i < 30; i++)
        {
            answers.Add(await service.PostAsync("c1", Good));
        }

        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        await Problem(refused, HttpStatusCode.TooManyRequests, "rate-limit");
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        using var other = await service.PostAsync("c1", Good, service.Stranger);
        other.StatusCode.Should().Be(HttpStatusCode.OK);
        answers.ForEach(a => a.Dispose());
    }

    [Fact]
    public async Task When_as_many_wait_as_may_the_next_is_refused_and_nothing_is_lost()
    {
        var store = new BlockingStore();
        await using var service = await RunningService.StartAsync(
            "memory", b => b.Services.AddSingleton<IConversationStateStore>(store), "--GroomingSignals:QueueMessages", "4");
        var waiting = Enumerable.Range(0, 4).Select(i => service.PostAsync($"c{i}", Good)).ToArray();
        while ((await service.GetAsync("/live")).GetProperty("figures").GetProperty("grooming_signals.queue.messages").GetInt32() < waiting.Length)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        using var refused = await service.PostAsync("late", Good).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Problem(refused, HttpStatusCode.TooManyRequests, "queue-full");
        store.Gate.SetResult();
        foreach (var response in await Task.WhenAll(waiting))
        {
            response.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Bodies_that_are_being_read_have_a_bound_together()
    {
        await using var service = await RunningService.StartAsync("memory", null, "--Service:BodyBytesInFlight", "600", "--Service:BodyBytes", "500");
        string head = $"POST /v1/conversations/c1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {RunningService.Key}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{";
        string large = $$"""{"sender":"a","text":"{{new string('x', 200)}}"}""";
        HttpResponseMessage? refused = null;
        for (int client = 0; refused is null && client < 50; client++)
        {
            // A slow client is let go after some seconds, which a busy machine may need before the first request: another takes its place.
            using var slow = new TcpClient(service.Address.Host, service.Address.Port);
            await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
            for (int i = 0; refused is null && i < 100; i++)
            {
                var response = await service.PostAsync("c2", large);
                refused = response.StatusCode == HttpStatusCode.OK ? null : response;
            }
        }

        refused.Should().NotBeNull("a body that is being read takes most of the room");
        await Problem(refused!, HttpStatusCode.TooManyRequests, "bodies-in-flight");
    }

    [Fact]
    public async Task A_store_that_fails_acknowledges_nothing()
    {
        var store = new BlockingStore();
        store.Gate.SetException(new IOException($"disk {Canary}"));
        await using var service = await RunningService.StartAsync("memory", b => b.Services.AddSingleton<IConversationStateStore>(store));
        using var response = await service.PostAsync("c1", Good);
        await Problem(response, HttpStatusCode.ServiceUnavailable, "store-failed");
        service.Logs.Lines.Should().NotContain(l => l.Contains(Canary, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.InsufficientStorage, "store-full")]
    [InlineData(false, HttpStatusCode.ServiceUnavailable, "store-failed")]
    public async Task A_disk_that_is_full_or_fails_is_told_of_every_request_that_needs_it(bool isFull, HttpStatusCode status, string code)
    {
        var failure = isFull ? new StateStoreException("no room") { IsFull = true } : (Exception)new SqliteException("disk I/O error", 10);
        var store = new FailingStore(failure);
        await using var service = await RunningService.StartAsync("memory", b => b.Services.AddSingleton<IConversationStateStore>(store));
        using var erasure = await service.Client.DeleteAsync("/v1/conversations/c1", TestContext.Current.CancellationToken);
        await Problem(erasure, status, code);
        string[] paths = ["/v1/alerts", "/v1/participants/a/assessment", "/v1/conversations/c1/assessment"];
        foreach (string path in isFull ? paths[..2] : paths)
        {
            using var response = await service.Client.GetAsync(path, TestContext.Current.CancellationToken);
            await Problem(response, status, code);
        }
    }

    [Fact]
    public async Task A_full_store_takes_no_new_conversation()
    {
        await using var service = await RunningService.StartAsync("memory", null, "--GroomingSignals:MaximumConversations", "1");
        await service.SendAsync("c1", Good);
        using var response = await service.PostAsync("c2", Good);
        await Problem(response, HttpStatusCode.InsufficientStorage, "store-full");
        await service.SendAsync("c1", """{"id":"m2","sender":"a","text":"hello"}""");
    }

    [Fact]
    public async Task A_full_file_takes_no_new_conversation_says_so_and_takes_one_again_after_an_erasure()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.File("state.db"), null, "--GroomingSignals:MaximumStoreBytes", "150000");
        HttpResponseMessage response;
        int taken = 0;
        while ((response = await service.PostAsync($"c{taken}", Good)).StatusCode == HttpStatusCode.OK)
        {
            taken++.Should().BeLessThan(2000);
        }

        await Problem(response, HttpStatusCode.InsufficientStorage, "store-full");
        response.Headers.RetryAfter.Should().BeNull("nothing is better in a second");
        using var health = await service.Nobody.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        health.StatusCode.Should().Be(HttpStatusCode.OK, "it is degraded");
        (await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("Degraded").And.Contain("The store is full");

        for (int i = 0; i < taken; i++)
        {
            using var erased = await service.Client.DeleteAsync($"/v1/conversations/c{i}", TestContext.Current.CancellationToken);
            erased.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        await service.SendAsync("new", Good);
        (await service.GetAsync("/health/ready", service.Nobody)).GetProperty("status").GetString().Should().Be("Healthy");
    }
}
