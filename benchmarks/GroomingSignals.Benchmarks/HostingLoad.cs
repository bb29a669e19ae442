using System.Diagnostics;
using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting;
using GroomingSignals.Hosting.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace GroomingSignals.Benchmarks;

/// <summary>
/// The intake without a web server: <c>hosting memory [conversations]</c> fills a store in memory and says what a conversation takes;
/// <c>hosting intake [seconds] [callers] [file]</c> appends single messages and says how many a second are acknowledged, on SQLite with a file.
/// </summary>
internal static class HostingLoad
{
    private const int MessagesEach = 12;

    private static readonly string[] Texts =
    [
        "ok", "see you at practice tomorrow", "good game, that last round was close", "how was school", "lol", "dont tell your mom ok", "send me a picture",
        "did you finish the homework for monday", "i can buy you a gift card", "whatever, talk later",
    ];

    private static readonly Participant[] Two =
    [
        new() { Id = "0b5a7c1e-3f52-4b8e-9a37-5d1f0c6e2a41", Age = AgeBand.Adult },
        new() { Id = "7e2d9f60-1c84-4a5b-8f13-c0b7a94d3e52", Age = AgeBand.From13To15 },
    ];

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["memory", .. var rest]:
                await MemoryAsync(rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000);
                return 0;
            case ["intake", .. var rest]:
                await IntakeAsync(
                    rest is [var seconds, ..] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 5,
                    rest is [_, var callers, ..] ? int.Parse(callers, CultureInfo.InvariantCulture) : 64,
                    rest is [_, _, var file, ..] ? file : null);
                return 0;
            default:
                Console.Error.WriteLine("hosting memory [conversations] | hosting intake [seconds] [callers] [SQLite file]");
                return 2;
        }
    }

    private static async Task MemoryAsync(int conversations)
    {
        await using var services = Services(null);
        var monitor = services.GetRequiredService<ConversationMonitor>();
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, conversations, async (c, cancellation) =>
        {
            var key = new ConversationKey("tenant", Id(c));
            for (int i = 0; i < MessagesEach; i++)
            {
                await monitor.AppendAsync(key, Number(c, i), Two, cancellation);
            }
        });

        var store = services.GetRequiredService<IConversationStateStore>();
        long bytes = 0;
        for (int c = 0; c < conversations; c += 100)
        {
            bytes += (await store.ReadAsync(new ConversationKey("tenant", Id(c))))!.Snapshot.Length;
        }

        long resident = Process.GetCurrentProcess().WorkingSet64;
        long peak = Process.GetCurrentProcess().PeakWorkingSet64;
        long managed = GC.GetTotalMemory(forceFullCollection: true);
        long count = await store.CountAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} conversations of {MessagesEach} messages in {watch.Elapsed.TotalSeconds:F0} s; snapshot {bytes / Math.Max(1, (conversations + 99) / 100)} bytes; managed {managed / 1e6:F0} MB; resident {resident / 1e6:F0} MB, at its peak {peak / 1e6:F0} MB; {(double)managed / conversations:F0} managed bytes a conversation"));
    }

    private static async Task IntakeAsync(int seconds, int callers, string? file)
    {
        await using var services = Services(file);
        var monitor = services.GetRequiredService<ConversationMonitor>();
        await RunForAsync(monitor, TimeSpan.FromSeconds(2), callers, 0);
        var watch = Stopwatch.StartNew();
        long before = GC.GetTotalAllocatedBytes();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        long[] took = await RunForAsync(monitor, TimeSpan.FromSeconds(seconds), callers, 1);
        double elapsed = watch.Elapsed.TotalSeconds;
        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Array.Sort(took);
        double At(double share) => took[(int)Math.Min(took.Length - 1, share * took.Length)] * 1e3 / Stopwatch.Frequency;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(file is null ? "memory" : "SQLite")}, {callers} callers: {took.Length / elapsed:N0} messages/s; p50 {At(0.5):F3} ms, p99 {At(0.99):F3} ms, p99.9 {At(0.999):F3} ms; {used.TotalMicroseconds / took.Length:F1} us of processor and {(GC.GetTotalAllocatedBytes() - before) / took.Length} bytes allocated a message"));
    }

    private static async Task<long[]> RunForAsync(ConversationMonitor monitor, TimeSpan time, int callers, int salt)
    {
        long end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var took = new List<long>();
            for (int i = 0; Stopwatch.GetTimestamp() < end; i++)
            {
                int c = (caller * 1000) + (i % 50);
                var message = Number(c, (i / 50) + (salt * 1_000_000));
                long from = Stopwatch.GetTimestamp();
                await monitor.AppendAsync(new ConversationKey("tenant", Id(c)), message, Two);
                took.Add(Stopwatch.GetTimestamp() - from);
            }

            return took;
        })));
        return [.. all.SelectMany(t => t)];
    }

    private static ServiceProvider Services(string? file) =>
        new ServiceCollection().AddGroomingSignals(o => o.SqlitePath = file).BuildServiceProvider();

    /// <summary>Ids as platforms have them, 36 characters long.</summary>
    private static string Id(int c) => new Guid(c, 0x51f2, 0x4c3d, 0x9a, 0x10, 0x77, 0x3e, 0x5b, 0x08, 0xd4, 0x21).ToString("D");

    private static Message Number(int c, int i) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"m{c}-{i}"),
        Sender = Two[(i + c) % 3 == 0 ? 1 : 0].Id,
        Text = Texts[((i * 7) + c) % Texts.Length],
        Time = Start.AddMinutes(i % 100_000),
    };
}
