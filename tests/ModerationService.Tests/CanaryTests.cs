using System.Net.Sockets;
using System.Text;
using GroomingSignals.Hosting.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ModerationService.Tests;

/// <summary>Message text is read and forgotten: whatever the service writes anywhere is searched for words that were sent to it.</summary>
public sealed class CanaryTests
{
    private const string Canary = "zebracanary";

    private static readonly string[] Texts =
    [
        $"dont tell your mom {Canary} ok", $"send me a pic {Canary}", $"{Canary}", $"im 14 {Canary} years old", $"s e n d {Canary}", $"{Canary} \\ud800 \\u0000",
        $"or else everybody sees it {Canary}", $"call me at 555 {Canary}",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_sink_holds_a_word_of_any_message(bool hashed)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("state.db");
        string[] settings = hashed ? ["--GroomingSignals:IdHashKey", Convert.ToBase64String(new byte[32])] : [];
        var answers = new List<string>();
        await using var service = await RunningService.StartAsync(file, null, settings);
        for (int i = 0; i < 60; i++)
        {
            using var response = await service.PostAsync($"c{i % 5}", $$$"""
                {"id":"m{{{i}}}","sender":"anna","text":"{{{Texts[i % Texts.Length]}}}","participants":[{"id":"anna","age":{"band":"adult"}},{"id":"ben{{{i % 5}}}","age":{"band":"13-15"}}]}
                """);
            response.IsSuccessStatusCode.Should().BeTrue();
            answers.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        foreach (string bad in new[] { $$"""{"sender":"a","text":"{{Canary}}" """, $$"""{"sender":"a","time":"{{Canary}}"}""", $$"""{"sender":"a","{{Canary}}":0}""" })
        {
            using var response = await service.PostAsync("c0", bad);
            answers.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        await BreakOff(service);
        foreach (string path in new[]
        {
            "/v1/conversations/c0/assessment", "/v1/participants/anna/assessment", "/v1/alerts", "/metrics", "/live", "/health/ready", "/openapi/v1.json", "/",
        })
        {
            answers.Add(await service.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
        }

        // While the service runs: the file, its log and its index are as a thief would find them.
        byte[] stored = [.. Directory.EnumerateFiles(folder.Path).SelectMany(ReadShared)];
        Directory.EnumerateFiles(folder.Path).Select(f => Path.GetFileName(f)).Should().Contain(["state.db", "state.db-wal", "state.db-commits"]);
        await service.StopAsync();
        stored = [.. stored, .. Directory.EnumerateFiles(folder.Path).SelectMany(ReadShared)];

        stored.Length.Should().BeGreaterThan(4096);
        Holds(stored, hashed ? "ours" : "anna").Should().BeTrue("the search has to find what is there");
        Holds(stored, Canary).Should().BeFalse();
        Holds(stored, RunningService.Key).Should().BeFalse();
        if (hashed)
        {
            Holds(stored, "anna").Should().BeFalse();
            Holds(stored, "ben1").Should().BeFalse();
        }

        string.Join('\n', answers).Should().NotContain(Canary);
        service.Logs.Lines.Should().NotBeEmpty();
        service.Logs.Lines.Should().NotContain(l => l.Contains(Canary, StringComparison.Ordinal) || l.Contains(RunningService.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_erased_is_in_no_file_once_it_is_scrubbed()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.File("state.db"));
        foreach (string id in new[] { "keptcanary", "erasedcanary" })
        {
            await service.SendAsync(id, $$$"""
                {"messages":[{"id":"m-{{{id}}}","sender":"a-{{{id}}}","text":"dont tell your mom ok"},{"sender":"a-{{{id}}}","text":"send me a pic"}],"participants":[{"id":"a-{{{id}}}","age":{"band":"adult"}},{"id":"b-{{{id}}}","age":{"band":"13-15"}}]}
                """);
        }

        using var erased = await service.Client.DeleteAsync("/v1/conversations/erasedcanary", TestContext.Current.CancellationToken);
        erased.IsSuccessStatusCode.Should().BeTrue();
        await service.Services.GetRequiredService<IConversationStateStore>().ScrubAsync(TestContext.Current.CancellationToken);
        byte[] stored = [.. Directory.EnumerateFiles(folder.Path).SelectMany(ReadShared)];
        Holds(stored, "keptcanary").Should().BeTrue();
        Holds(stored, "erasedcanary").Should().BeFalse();
    }

    private static async Task BreakOff(RunningService service)
    {
        using var client = new TcpClient(service.Address.Host, service.Address.Port);
        string request = $"POST /v1/conversations/c1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {RunningService.Key}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{\"text\":\"{Canary}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
    }

    private static bool Holds(byte[] stored, string word) =>
        new[] { Encoding.UTF8, Encoding.Unicode }.Any(e => stored.AsSpan().IndexOf(e.GetBytes(word)) >= 0);

    private static byte[] ReadShared(string path)
    {
        // An empty one may be a lock that nobody else can open.
        if (new FileInfo(path).Length == 0)
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
