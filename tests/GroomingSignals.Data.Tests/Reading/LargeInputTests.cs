using System.Text;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Tests.Reading;

[Collection(AloneCollection.Name)]
public sealed class LargeInputTests
{
    private static readonly byte[] JsonBlock = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(i =>
        $$"""{"id":{{i}},"messages":[{"sender":"a","text":"{{new string('x', 400)}}"},{"sender":"b","text":"{{new string('y', 400)}} \u00e9"}]}""" + "\n")));

    [Fact]
    public void A_long_stream_is_read_in_flat_memory()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        int count = 0;
        foreach (ReadResult<Conversation> result in ConversationReader.Read(new LongStream(JsonBlock, 300), "in.jsonl"))
        {
            count += result.IsValue ? 1 : 0;
            most = count % 30_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
        }

        count.Should().Be(150_000);
        most.Should().BeInRange(1, 16 * 1024 * 1024, "120 MB passed through");
    }

    [Fact]
    public void A_long_stream_passes_a_pipeline_in_flat_memory()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        int count = 0;
        PipelineOptions options = new() { Threads = 2, MaxAheadBytes = 1 << 20 };
        foreach (ReadResult<Conversation> result in ConversationPipeline.Run(
            ConversationReader.ReadRecords(new LongStream(JsonBlock, 300), "in.jsonl"), c => c, options, TestContext.Current.CancellationToken))
        {
            count += result.IsValue ? 1 : 0;
            most = count % 30_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
        }

        count.Should().Be(150_000);
        most.Should().BeInRange(1, 32 * 1024 * 1024, "120 MB passed through, 1 MB of it ahead");
    }

    [Fact]
    public void A_line_of_a_million_messages_is_read_and_shares_the_names_of_its_senders()
    {
        StringBuilder line = new("""{"id":"big","messages":[""");
        for (int i = 0; i < 1_000_000; i++)
        {
            line.Append(i == 0 ? "" : ",").Append("{\"id\":").Append(i).Append(",\"sender\":\"").Append((i & 1) == 0 ? "a" : "b").Append("\",\"text\":\"hi\"}");
        }

        Conversation read = Input.One(line.Append("]}").ToString());

        read.Messages.Should().HaveCount(1_000_000);
        read.Messages[999_998].Sender.Should().BeSameAs(read.Messages[0].Sender);
        read.Messages[999_999].Id.Should().Be("999999");
    }

    [Fact]
    public void A_message_of_ten_megabytes_is_read()
    {
        string text = new('\u4e16', 4_000_000);

        Input.One($$"""{"messages":[{"sender":"a","text":"{{text}}\n"}]}""").Messages.Single().Text.Should().HaveLength(4_000_001);
    }

    [Fact]
    public void A_conversation_of_many_rows_is_read_from_CSV()
    {
        StringBuilder content = new("conversation_id,sender_id,text\n");
        for (int i = 0; i < 200_000; i++)
        {
            content.Append("c,").Append((i & 1) == 0 ? 'a' : 'b').Append(",hi\n");
        }

        Input.One(content.ToString(), "in.csv").Messages.Should().HaveCount(200_000);
    }
}
