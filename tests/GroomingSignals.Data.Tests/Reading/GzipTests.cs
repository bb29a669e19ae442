using System.Text;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Tests.Reading;

public sealed class GzipTests
{
    private const string Line = """{"messages":[{"sender":"a","text":"see you at practice"}]}""";

    [Theory]
    [InlineData("in.jsonl")]
    [InlineData("in.jsonl.gz")]
    [InlineData("-")]
    public void Gzip_is_found_by_its_first_bytes_whatever_the_name(string name)
    {
        byte[] plain = Encoding.UTF8.GetBytes($"{Line}\n{Line}\n");

        Input.Read(Input.Gzip(plain), name).Should().BeEquivalentTo(Input.Read(plain, name)).And.HaveCount(2);
    }

    [Fact]
    public void A_name_that_says_gzip_does_not_make_it_so() => Input.Read(Encoding.UTF8.GetBytes(Line), "in.jsonl.gz").Single().IsValue.Should().BeTrue();

    [Fact]
    public void Members_one_after_the_other_are_one_input()
    {
        byte[] member = Input.Gzip(Encoding.UTF8.GetBytes(Line + "\n"));

        Input.Read([.. member, .. member]).Should().HaveCount(2).And.OnlyContain(r => r.IsValue);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(500)]
    public void A_truncated_file_says_so_after_the_conversations_before_the_cut(int lost)
    {
        StringBuilder content = new();
        for (int i = 0; i < 2000; i++)
        {
            content.Append($$"""{"id":{{i}},"messages":[{"sender":"a{{(i * 7919) % 1000}}","text":"{{(i * 104729) % 99991}}"}]}""").Append('\n');
        }

        byte[] whole = Input.Gzip(Encoding.UTF8.GetBytes(content.ToString()));
        List<ReadResult<Conversation>> read = Input.Read(whole[..^lost]);

        read[^1].Error!.Reason.Should().Be("gzip data is damaged or cut short; what follows is lost");
        read[..^1].Should().OnlyContain(r => r.IsValue);
    }

    [Fact]
    public void Damaged_data_says_so()
    {
        byte[] bytes = Input.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Line + "\n", 500))));
        bytes[bytes.Length / 2] ^= 0x55;

        Input.Read(bytes)[^1].IsValue.Should().BeFalse();
    }

    [Fact]
    public void What_follows_the_last_member_and_is_not_gzip_is_damage()
    {
        List<ReadResult<Conversation>> read = Input.Read([.. Input.Gzip(Encoding.UTF8.GetBytes(Line + "\n")), .. "trailing"u8]);

        read.Select(r => r.IsValue).Should().Equal(true, false);
    }

    [Fact]
    public void Every_cut_of_a_small_file_is_noticed()
    {
        byte[] whole = Input.Gzip(Encoding.UTF8.GetBytes(Line + "\n"));

        for (int length = 3; length < whole.Length; length++)
        {
            Input.Read(whole[..length])[^1].IsValue.Should().BeFalse($"{length} of {whole.Length} bytes are there");
        }
    }
}
