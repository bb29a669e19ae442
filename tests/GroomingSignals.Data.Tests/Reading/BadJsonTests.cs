using System.Text;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Tests.Reading;

public sealed class BadJsonTests
{
    [Theory]
    [InlineData("""{"messages":[""", "malformed JSON at byte 14 of the line")]
    [InlineData("""{"messages":[]} x""", "malformed JSON at byte 17 of the line")]
    [InlineData("""[]""", "a conversation must be a JSON object")]
    [InlineData("""{"id":1.5,"messages":[]}""", "id must be a string or an integer")]
    [InlineData("""{"id":"c"}""", "messages is missing")]
    [InlineData("""{"messages":null}""", "messages is missing")]
    [InlineData("""{"messages":{}}""", "messages must be an array")]
    [InlineData("""{"messages":["x"]}""", "messages[0] must be an object")]
    [InlineData("""{"messages":[{"text":"hi"}]}""", "messages[0].sender is missing or empty")]
    [InlineData("""{"messages":[{"sender":null,"text":"hi"}]}""", "messages[0].sender is missing or empty")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi"},{"sender":"","text":"hi"}]}""", "messages[1].sender is missing or empty")]
    [InlineData("""{"messages":[{"sender":{},"text":"hi"}]}""", "messages[0].sender must be a string or an integer")]
    [InlineData("""{"messages":[{"sender":"a"}]}""", "messages[0].text is missing, and there are no tags")]
    [InlineData("""{"messages":[{"sender":"a","text":7}]}""", "messages[0].text must be a string")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","tags":"like"}]}""", "messages[0].tags must be an array")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","tags":[1]}]}""", "messages[0].tags must hold strings only")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","time":5}]}""", "messages[0].time must be a string")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","time":"yesterday"}]}""", "messages[0].time is not an ISO 8601 time")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","time":"2026-02-30T00:00:00Z"}]}""", "messages[0].time is not an ISO 8601 time")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","time":"0001-01-01T00:00:00+14:00"}]}""", "messages[0].time is not an ISO 8601 time")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","time":"9999-12-31T23:59:60Z"}]}""", "messages[0].time is not an ISO 8601 time")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","time":"2026-01-01T00:00:00+15:00"}]}""", "messages[0].time is not an ISO 8601 time")]
    [InlineData("""{"participants":{},"messages":[]}""", "participants must be an array")]
    [InlineData("""{"participants":[null],"messages":[]}""", "participants[0] must be an object")]
    [InlineData("""{"participants":[{"role":"coach"}],"messages":[]}""", "participants[0].id is missing or empty")]
    [InlineData("""{"participants":[{"id":"a"},{"id":"b"},{"id":"a"}],"messages":[]}""", "participants[2]: participant \"a\" is listed twice")]
    [InlineData("""{"participants":[{"id":"a","age":"adult"}],"messages":[]}""", "participants[0].age must be an object")]
    [InlineData("""{"participants":[{"id":"a","age":{"band":"teen"}}],"messages":[]}""", "participants[0].age.band: \"teen\" is not an age band (unknown, under13, 13-15, 16-17, adult)")]
    [InlineData("""{"participants":[{"id":"a","age":{"provenance":"rumour"}}],"messages":[]}""", "participants[0].age.provenance: \"rumour\" is not a provenance (unknown, inferred, declared, verified)")]
    [InlineData("""{"messages":[{"id":"m","sender":"a","text":"hi"},{"id":"m","sender":"a","text":"ho"}]}""", "messages[1]: message id \"m\" was used before with different content")]
    [InlineData("""{"messages":[{"id":"m","sender":"a","text":"hi"},{"id":"m","sender":"b","text":"hi"}]}""", "messages[1]: message id \"m\" was used before with different content")]
    public void A_bad_line_gets_its_reason(string line, string reason) => Input.ReasonOf(line).Should().Be(reason);

    [Fact]
    public void The_lines_around_a_bad_one_are_still_read()
    {
        const string Good = """{"messages":[{"sender":"a","text":"hi"}]}""";
        List<ReadResult<Conversation>> read = Input.Read($"{Good}\n{{bad\n{Good}\n");

        read.Select(r => r.IsValue).Should().Equal(true, false, true);
        read[1].Error!.ToString().Should().Be("in.jsonl:2: malformed JSON at byte 2 of the line");
    }

    [Theory]
    [InlineData("""{"messages":[{"sender":"a","text":"CANARY" CANARY}]}""")]
    [InlineData("""{"messages":[{"sender":"a","text":"CANARY","time":"CANARY"}]}""")]
    [InlineData("""{"messages":[{"id":"m","sender":"a","text":"CANARY"},{"id":"m","sender":"a","text":"CANARY 2"}]}""")]
    [InlineData("""{"messages":[{"sender":"","text":"CANARY"}]}""")]
    [InlineData("""CANARY""")]
    public void No_reason_holds_message_text(string line) => Input.ReasonOf(line).Should().NotContain("CANARY");

    [Fact]
    public void Ids_in_reasons_are_short_and_harmless_to_a_terminal()
    {
        string reason = Input.ReasonOf($$"""{"participants":[{"id":"\u001b[31m\u202e{{new string('x', 500)}}"},{"id":"\u001b[31m\u202e{{new string('x', 500)}}"}],"messages":[]}""");

        reason.Should().StartWith("participants[1]: participant \"?[31m?xxx").And.HaveLength(114);
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_not_a_crash() =>
        Input.ReasonOf("{\"x\":" + new string('[', 200_000)).Should().StartWith("malformed JSON");

    [Fact]
    public void A_line_over_the_limit_is_a_named_error_and_the_next_line_is_read()
    {
        string long_ = "{\"messages\":[]" + new string(' ', 300_000) + "}";
        List<ReadResult<Conversation>> read = Input.Read(
            $"{long_}\n{{\"messages\":[]}}\n{long_}", options: new ReadOptions { MaxLineBytes = 1000 });

        read.Select(r => r.Error?.Reason).Should().Equal(
            "the line is longer than the limit of 1000 bytes", null, "the line is longer than the limit of 1000 bytes");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_line_of_exactly_the_limit_is_read(string lineEnd)
    {
        const string Line = """{"messages":[]}""";
        string content = Line + lineEnd + Line;

        Input.Read(content, options: new ReadOptions { MaxLineBytes = Line.Length }).Should().OnlyContain(r => r.IsValue).And.HaveCount(2);
        Input.Read(content, options: new ReadOptions { MaxLineBytes = Line.Length - 1 }).Should().OnlyContain(r => !r.IsValue).And.HaveCount(2);
    }

    [Fact]
    public void A_missing_file_and_a_directory_are_one_clear_line()
    {
        string missing = Path.Combine(Path.GetTempPath(), "no-such-file.jsonl");

        ConversationReader.Read(missing).Single().Error!.ToString().Should().Be($"{missing}: file not found");
        ConversationReader.Read(Path.GetTempPath()).Single().Error!.Reason.Should().Be("is a directory, not a file");
    }

    [Fact]
    public void UTF_16_is_named() =>
        Input.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray()).Single().Error!.Reason.Should().Be("is UTF-16: save it as UTF-8");

    [Fact]
    public void Misuse_names_the_argument()
    {
        ((Action)(() => ConversationReader.Read(""))).Should().Throw<ArgumentException>().WithParameterName("path");
        ((Action)(() => ConversationReader.Read(null!, "x"))).Should().Throw<ArgumentNullException>().WithParameterName("stream");
        ((Action)(() => _ = new ReadOptions { MaxLineBytes = 0 })).Should().Throw<ArgumentOutOfRangeException>();
    }
}
