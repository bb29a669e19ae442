using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using ModerationService.Keys;

namespace ModerationService.Tests;

/// <summary>Who a request is from, also where the answer for a header is kept with its connection.</summary>
public sealed class KeyRingTests
{
    private static readonly ApiKey Ours = ApiKey.Make("ours");
    private static readonly ApiKey Theirs = ApiKey.Make("theirs");
    private static readonly KeyRing Ring = new([Ours.Entry, Theirs.Entry]);

    private readonly Dictionary<object, object?> _connection = [];

    [Fact]
    public void A_header_that_comes_again_keeps_its_tenant()
    {
        string header = $"Bearer {Ours.Text}";
        Tenant(header).Should().Be("ours");
        Tenant(header).Should().Be("ours");
        Tenant($"bearer   {Ours.Text} ").Should().Be("ours", "the same key may be written otherwise");
    }

    [Fact]
    public void Another_header_of_the_connection_is_looked_at_anew()
    {
        Tenant($"Bearer {Ours.Text}").Should().Be("ours");
        Tenant($"Bearer {Theirs.Text}").Should().Be("theirs");
        Tenant($"Bearer {Ours.Text}").Should().Be("ours");
        Tenant($"Bearer {Ours.Text}x").Should().BeNull();
        Tenant("Bearer ").Should().BeNull();
        Tenant($"Basic {Ours.Text}").Should().BeNull();
        Tenant($"Bearer {Theirs.Text}").Should().Be("theirs");
    }

    [Fact]
    public void What_was_not_known_stays_unknown()
    {
        string wrong = $"Bearer {Ours.Text[..^1]}";
        Tenant(wrong).Should().BeNull();
        Tenant(wrong).Should().BeNull();
        _connection.Should().BeEmpty("only what was found is kept");
    }

    [Fact]
    public void One_ring_does_not_answer_for_another()
    {
        string header = $"Bearer {Ours.Text}";
        Tenant(header).Should().Be("ours");
        new KeyRing([Theirs.Entry]).TenantOf(Headers(header), _connection).Should().BeNull();
    }

    [Fact]
    public void The_other_header_is_not_kept()
    {
        var headers = new HeaderDictionary { ["X-Api-Key"] = Ours.Text };
        Ring.TenantOf(headers, _connection).Should().Be("ours");
        _connection.Should().BeEmpty();
    }

    [Fact]
    public async Task On_one_connection_each_request_is_answered_by_its_own_key()
    {
        await using var service = await RunningService.StartAsync("memory");
        using var socket = new TcpClient(service.Address.Host, service.Address.Port);
        await using var stream = socket.GetStream();
        string[] keys = [RunningService.Key, RunningService.Key, RunningService.Key[..^1] + "_", RunningService.Key, ""];
        foreach (string key in keys)
        {
            string authorization = key.Length == 0 ? "" : $"Authorization: Bearer {key}\r\n";
            string close = key.Length == 0 ? "Connection: close\r\n" : "";
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"GET /v1/alerts?after=0 HTTP/1.1\r\nHost: x\r\n{authorization}{close}\r\n"), TestContext.Current.CancellationToken);
        }

        using var reader = new StreamReader(stream);
        string answers = await reader.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        answers.Split("HTTP/1.1 ")[1..].Select(a => a[..3]).Should().Equal("200", "200", "401", "200", "401");
    }

    private static HeaderDictionary Headers(string authorization) => new() { ["Authorization"] = authorization };

    private string? Tenant(string authorization) => Ring.TenantOf(Headers(authorization), _connection);
}
