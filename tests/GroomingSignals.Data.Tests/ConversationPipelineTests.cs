using System.Text;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Tests;

public sealed class ConversationPipelineTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 3)]
    [InlineData(8, 1024)]
    public void Parallel_equals_serial_in_the_order_of_the_input(int threads, int ahead)
    {
        byte[] content = Lines(3000);
        string Work(Conversation c) => $"{c.Id}:{c.Messages.Count}:{c.Messages.Sum(m => m.Text.Length)}";
        IEnumerable<string> serial = ConversationReader.Read(new MemoryStream(content), "in.jsonl").Select(r => r.IsValue ? Work(r.Value) : r.Error.ToString());

        List<ReadResult<string>> parallel = [.. ConversationPipeline.Run(
            ConversationReader.ReadRecords(new MemoryStream(content), "in.jsonl"), Work, new PipelineOptions { Threads = threads, MaxAhead = ahead }, TestContext.Current.CancellationToken)];

        parallel.Select(r => r.IsValue ? r.Value : r.Error.ToString()).Should().Equal(serial);
        parallel.Select(r => r.Line).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_look_ahead_is_bounded_by_count()
    {
        int given = 0;
        IEnumerable<ConversationRecord> Records()
        {
            foreach (ConversationRecord record in ConversationReader.ReadRecords(new MemoryStream(Lines(500)), "in.jsonl"))
            {
                Interlocked.Increment(ref given);
                yield return record;
            }
        }

        int taken = 0;
        foreach (ReadResult<Conversation> _ in ConversationPipeline.Run(Records(), c => c, new PipelineOptions { Threads = 4, MaxAhead = 10 }, TestContext.Current.CancellationToken))
        {
            taken++;
            Thread.Sleep(taken % 100 == 0 ? 20 : 0);

            // One more may be waiting at the door.
            Volatile.Read(ref given).Should().BeLessThanOrEqualTo(taken + 11);
        }

        taken.Should().Be(500);
    }

    [Fact]
    public void The_look_ahead_is_bounded_by_bytes_and_one_large_conversation_still_passes()
    {
        StringBuilder content = new();
        for (int i = 0; i < 200; i++)
        {
            content.Append($$"""{"id":{{i}},"messages":[{"sender":"a","text":"{{new string('x', i == 50 ? 100_000 : 1000)}}"}]}""").Append('\n');
        }

        long held = 0;
        long most = 0;
        IEnumerable<ConversationRecord> Records()
        {
            foreach (ConversationRecord record in ConversationReader.ReadRecords(new MemoryStream(Encoding.UTF8.GetBytes(content.ToString())), "in.jsonl"))
            {
                most = Math.Max(most, Interlocked.Add(ref held, record.Size < 10_000 ? record.Size : 0));
                yield return record;
            }
        }

        int taken = 0;
        foreach (ReadResult<Conversation> result in ConversationPipeline.Run(Records(), c => c, new PipelineOptions { Threads = 2, MaxAheadBytes = 10_000 }, TestContext.Current.CancellationToken))
        {
            long size = result.Value!.Messages[0].Text.Length;
            Interlocked.Add(ref held, size < 10_000 ? -size - 40 : 0);
            Thread.Sleep(taken++ % 50 == 0 ? 20 : 0);
        }

        taken.Should().Be(200);
        most.Should().BeLessThan(16_000);
    }

    [Fact]
    public void What_the_work_throws_reaches_the_caller_in_its_place()
    {
        List<string?> taken = [];
        Action run = () =>
        {
            foreach (ReadResult<string> result in ConversationPipeline.Run(
                ConversationReader.ReadRecords(new MemoryStream(Lines(300)), "in.jsonl"),
                c => string.Equals(c.Id, "42", StringComparison.Ordinal) ? throw new InvalidOperationException("42") : c.Id!))
            {
                taken.Add(result.Value);
            }
        };

        run.Should().Throw<InvalidOperationException>().WithMessage("42");
        taken.Should().HaveCount(42);
    }

    [Fact]
    public void What_the_source_throws_reaches_the_caller_after_what_stands_before()
    {
        static IEnumerable<ConversationRecord> Records()
        {
            foreach (ConversationRecord record in ConversationReader.ReadRecords(new MemoryStream(Lines(5)), "in.jsonl"))
            {
                yield return record;
            }

            throw new TimeoutException("gone");
        }

        int taken = 0;
        Action run = () =>
        {
            foreach (ReadResult<Conversation> _ in ConversationPipeline.Run(Records(), c => c))
            {
                taken++;
            }
        };

        run.Should().Throw<TimeoutException>();
        taken.Should().Be(5);
    }

    [Fact]
    public void Leaving_early_stops_reading_and_closes_the_stream()
    {
        MemoryStream stream = new(Lines(5000));

        ConversationPipeline.Run(
            ConversationReader.ReadRecords(stream, "in.jsonl"), c => c, new PipelineOptions { MaxAhead = 4 }, TestContext.Current.CancellationToken)
            .Take(3).Should().HaveCount(3);

        stream.CanRead.Should().BeFalse();
    }

    [Fact]
    public void Cancelling_ends_with_the_usual_exception()
    {
        using CancellationTokenSource source = new();
        Action run = () =>
        {
            foreach (ReadResult<Conversation> _ in ConversationPipeline.Run(
                ConversationReader.ReadRecords(new MemoryStream(Lines(5000)), "in.jsonl"), c => c, new PipelineOptions { MaxAhead = 4 }, source.Token))
            {
                source.Cancel();
            }
        };

        run.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public async Task Files_are_read_one_after_the_other_and_a_missing_one_is_an_error_in_its_place()
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, Lines(3), TestContext.Current.CancellationToken);
            List<string> read = [];
            await foreach (ReadResult<Conversation> result in ConversationPipeline.RunAsync(
                [path, path + ".missing", path], c => c, cancellationToken: TestContext.Current.CancellationToken))
            {
                read.Add(result.IsValue ? result.Value.Id! : result.Error.Reason);
            }

            read.Should().Equal("0", "1", "2", "file not found", "0", "1", "2");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Lines(int count)
    {
        StringBuilder content = new();
        for (int i = 0; i < count; i++)
        {
            content.Append(i % 97 == 96 ? "{broken" : $$"""{"id":{{i}},"messages":[{"sender":"a","text":"{{new string('x', i * 31 % 700)}}"}]}""").Append('\n');
        }

        return Encoding.UTF8.GetBytes(content.ToString());
    }
}
