using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GroomingSignals.Conversations;

namespace ModerationService.Tests.Crash;

/// <summary>
/// Sends the messages of each conversation one request after the other, and each request until it is acknowledged, as a platform would; sends some
/// again that were acknowledged. What the service says is held against what it must say.
/// </summary>
internal sealed class CrashSender : IDisposable
{
    private readonly CrashPlan _plan;
    private readonly HttpClient _client;
    private int _acknowledged;
    private int _unanswered;
    private int _repeats;

    public CrashSender(CrashPlan plan, CrashService service)
    {
        _plan = plan;
        _client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = service.Address, Timeout = TimeSpan.FromSeconds(60) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", service.Key);
    }

    /// <summary>Messages that were acknowledged, each once.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>Requests that the service never answered.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>Messages that were sent again though they had been acknowledged.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>What the service said that it must not say.</summary>
    public ConcurrentQueue<string> Lies { get; } = new();

    public Task SendAsync(int workers, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(w => Task.Run(() => WorkAsync(w, workers, cancellationToken), cancellationToken)));

    public void Dispose() => _client.Dispose();

    /// <summary>A worker goes round its conversations, so that all of them grow together.</summary>
    private async Task WorkAsync(int worker, int workers, CancellationToken cancellationToken)
    {
        int[] next = new int[_plan.Conversations];
        bool more = true;
        while (more)
        {
            more = false;
            for (int c = worker; c < _plan.Conversations; c += workers)
            {
                int at = next[c];
                int count = at < _plan.Length(c) ? _plan.Batch(c, at) : 0;
                if (count == 0)
                {
                    continue;
                }

                more = true;
                await DeliverAsync(c, at, count, cancellationToken);
                next[c] += count;
                if ((at + c) % 7 == 0)
                {
                    await RepeatAsync(c, Math.Max(0, at - (c % 20)), next[c], cancellationToken);
                }
            }
        }
    }

    private async Task DeliverAsync(int conversation, int from, int count, CancellationToken cancellationToken)
    {
        bool open = false;
        while (true)
        {
            var answer = await PostAsync(conversation, from, count, cancellationToken);
            if (answer is not { } said)
            {
                open = true;
                await Task.Delay(20, cancellationToken);
                continue;
            }

            // Together or not at all: after a request without an answer all of it is new, or all of it known.
            bool isNew = said.Outcomes.All(o => o == "applied");
            bool isKnown = said.Outcomes.All(o => o == "duplicate");
            if (said.Outcomes.Length != count || !(isNew || (open && isKnown)) || said.Count != from + count)
            {
                Lies.Enqueue($"c{conversation} m{from}+{count}: {string.Join(' ', said.Outcomes)}, {said.Count} messages, open {open}");
            }

            Interlocked.Add(ref _acknowledged, count);
            return;
        }
    }

    /// <summary>A message that was acknowledged is known, kills or not, as long as it stands among the last 32.</summary>
    private async Task RepeatAsync(int conversation, int number, int sent, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await PostAsync(conversation, number, 1, cancellationToken) is { } said)
            {
                if (said.Outcomes is not ["duplicate"] || said.Count != sent)
                {
                    Lies.Enqueue($"c{conversation} m{number} again: {string.Join(' ', said.Outcomes)}, {said.Count} messages, not {sent}");
                }

                Interlocked.Increment(ref _repeats);
                return;
            }

            await Task.Delay(20, cancellationToken);
        }
    }

    private async Task<(string[] Outcomes, int Count)?> PostAsync(int conversation, int from, int count, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new ByteArrayContent(Body(conversation, from, count)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var response = await _client.PostAsync($"/v1/conversations/{CrashPlan.Id(conversation)}/messages", content, cancellationToken);
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var json = JsonElement.Parse(body);
                return ([.. json.GetProperty("messages").EnumerateArray().Select(m => m.GetString()!)], json.GetProperty("messageCount").GetInt32());
            }

            if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            {
                Lies.Enqueue($"c{conversation} m{from}: status {(int)response.StatusCode}");
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Killed, or not there: whether it was committed is open.
        }

        Interlocked.Increment(ref _unanswered);
        return null;
    }

    private static byte[] Body(int conversation, int from, int count)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartArray("participants");
        foreach (var participant in CrashPlan.Participants(conversation))
        {
            writer.WriteStartObject();
            writer.WriteString("id", participant.Id);
            writer.WriteStartObject("age");
            writer.WriteString("band", AgeBands.Name(participant.Age));
            writer.WriteString("provenance", AgeBands.Name(participant.Provenance));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (count == 1)
        {
            Write(writer, CrashPlan.Message(conversation, from));
        }
        else
        {
            writer.WriteStartArray("messages");
            for (int i = 0; i < count; i++)
            {
                writer.WriteStartObject();
                Write(writer, CrashPlan.Message(conversation, from + i));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Message message)
    {
        writer.WriteString("id", message.Id);
        writer.WriteString("sender", message.Sender);
        writer.WriteString("text", message.Text);
        writer.WriteString("time", message.Time!.Value);
    }
}
