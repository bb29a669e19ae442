using System.Text;
using System.Text.Json;
using CsCheck;
using ModerationService.Intake;

namespace ModerationService.Tests;

/// <summary>What is read straight from the bytes is what the serializer reads, and whatever is doubtful is left to it.</summary>
public sealed class PlainMessageTests
{
    private static readonly string[] Names = ["id", "sender", "time", "text", "sequence", "tags", "participants", "messages", "Id", "\\u0069d", "band"];

    private static readonly string[] Values =
    [
        "\"a\"", "\"\"", "null", "7", "-1", "7.5", "1e3", "99999999999999999999", "true", "[]", "{}", "[\"like\"]", "[null]", "[1]", "\"2026-01-05T12:00:00Z\"",
        "\"2026-01-05\"", "\"2026-01-05T12:00:00\"", "\"2026-01-05T12:00:00+02:00\"", "\"noon\"", "\"\\u0041\\n\"", "\"\\ud800\"", "\"\\ud83c\\udf82\"", "\"\ud83c\udf82\"",
        "[{\"id\":\"a\",\"age\":{\"band\":\"adult\",\"provenance\":\"verified\"}}]", "[{\"id\":\"a\",\"id\":\"b\"}]", "[{\"name\":\"a\"}]", "[{\"age\":{\"band\":{\"x\":{\"y\":1}}}}]",
    ];

    private static readonly Gen<string> Body = Gen.Select(
        Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[0, Values.Length - 1], (n, v) => $"\"{Names[n]}\":{Values[v]}").Array[0, 4],
        Gen.Int[0, 11],
        (fields, end) => end switch
        {
            0 => "{" + string.Join(',', fields),
            1 => "{" + string.Join(',', fields) + "}x",
            2 => "{" + string.Join(',', fields) + ",}",
            3 => "[{" + string.Join(',', fields) + "}]",
            4 => " {\n" + string.Join(" , ", fields) + "\t} \r\n",
            _ => "{" + string.Join(',', fields) + "}",
        });

    public static TheoryData<string> Plain => new()
    {
        """{"id":"m1","sender":"a","time":"2026-01-05T12:00:00Z","text":"hello"}""",
        """ { "text" : "\ud800 \u0041\n" , "sender" : "\u0061" } """,
        """{"sender":"a","text":"x","sequence":9223372036854775807,"tags":["like","image"]}""",
        """{"sender":"a","text":"x","participants":[{"id":"a","age":{"band":"adult"},"role":"parent"},null]}""",
        "{}",
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public void One_message_is_read_as_the_serializer_reads_it(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        var plain = PlainMessage.TryRead(bytes);

        plain.Should().NotBeNull();
        plain.Should().BeEquivalentTo(JsonSerializer.Deserialize(bytes, ServiceJson.Default.MessageRequest), o => o.ComparingByMembers<MessageRequest>());
    }

    [Theory]
    [InlineData("""{"messages":[{"sender":"a","text":"x"}]}""")]
    [InlineData("""{"sender":"a","text":null}""")]
    [InlineData("""{"sender":"a","text":"x","text":"y"}""")]
    [InlineData("""{"sender":"a","text":"x","band":"adult"}""")]
    [InlineData("""{"sender":"\ud800","text":"x"}""")]
    [InlineData("""{"sender":"a","text":"x"}{}""")]
    [InlineData("""{"sender":"a","text":"x" """)]
    [InlineData("""["sender"]""")]
    [InlineData("null")]
    [InlineData("")]
    public void What_is_doubtful_is_left_to_the_serializer(string body) => PlainMessage.TryRead(Encoding.UTF8.GetBytes(body)).Should().BeNull();

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_read_as_the_serializer_reads_them_or_left_to_it()
    {
        byte[] text = [.. """{"sender":"a","text":" """u8, 0xFF, .. "\"}"u8];
        byte[] sender = [.. """{"text":"a","sender":" """u8, 0xFF, .. "\"}"u8];

        PlainMessage.TryRead(text)!.Text.Should().Be(JsonSerializer.Deserialize(text, ServiceJson.Default.MessageRequest)!.Text).And.Be(" \uFFFD");
        PlainMessage.TryRead(sender).Should().BeNull();
    }

    [Fact]
    public void Whatever_comes_both_readers_agree() =>
        Body.Sample(
            body =>
            {
                byte[] bytes = Encoding.UTF8.GetBytes(body);
                if (PlainMessage.TryRead(bytes) is { } plain)
                {
                    plain.Should().BeEquivalentTo(JsonSerializer.Deserialize(bytes, ServiceJson.Default.MessageRequest), o => o.ComparingByMembers<MessageRequest>());
                }
            },
            iter: 20_000);
}
