using System.Text;
using System.Text.Json;
using CsCheck;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Tests.Reading;

public sealed class JsonLinesTests
{
    [Fact]
    public void A_full_conversation_is_read_field_by_field()
    {
        Conversation read = Input.One("""
            {"id":"c1","participants":[{"id":"a","age":{"band":"adult","provenance":"declared"},"role":"coach"},{"id":"b","age":{"band":"13-15","provenance":"verified"}}],"messages":[{"id":"m1","sender":"a","time":"2026-01-02T03:04:05+02:00","text":"practice at five","tags":["image","like"]}]}
            """);

        read.Id.Should().Be("c1");
        read.Participants.Should().Equal(
            new Participant { Id = "a", Age = AgeBand.Adult, Provenance = AgeProvenance.Declared, Role = "coach" },
            new Participant { Id = "b", Age = AgeBand.From13To15, Provenance = AgeProvenance.Verified });
        read.Messages.Should().Equal(new Message
        {
            Id = "m1",
            Sender = "a",
            Time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            Text = "practice at five",
            Tags = MessageTags.Image | MessageTags.Like,
        });
    }

    [Theory]
    [InlineData("""{"messages":[{"sender":"a","text":"hi"}]}""")]
    [InlineData("""{"id":null,"participants":null,"messages":[{"id":null,"sender":"a","time":null,"text":"hi","tags":null}]}""")]
    [InlineData("""{"id":"","participants":[],"messages":[{"id":"","sender":"a","text":"hi","tags":[],"mood":{"x":[1,2,{"y":null}]}}],"topic":["z"]}""")]
    public void What_may_be_missing_may_be_null_or_empty_too(string line)
    {
        Conversation read = Input.One(line);

        read.Id.Should().BeNull();
        read.Participants.Should().BeEmpty();
        read.Messages.Should().Equal(new Message { Sender = "a", Text = "hi" });
    }

    [Fact]
    public void Zero_messages_are_valid() => Input.One("""{"id":"c","messages":[]}""").Messages.Should().BeEmpty();

    [Fact]
    public void Integer_ids_are_kept_as_their_text()
    {
        Conversation read = Input.One("""{"id":12345678901234567890123,"participants":[{"id":7}],"messages":[{"id":-1,"sender":7,"text":"hi"}]}""");

        read.Id.Should().Be("12345678901234567890123");
        read.Participants.Single().Id.Should().Be("7");
        read.Messages.Single().Should().Be(new Message { Id = "-1", Sender = "7", Text = "hi" });
    }

    [Fact]
    public void Of_a_key_written_twice_the_last_counts()
    {
        Conversation read = Input.One("""{"id":"x","id":"y","messages":[{"sender":"a","text":"one"}],"messages":[{"sender":"a","text":"one","text":"two"}]}""");

        read.Id.Should().Be("y");
        read.Messages.Single().Text.Should().Be("two");
    }

    [Fact]
    public void Escaped_keys_are_the_same_keys() =>
        Input.One("""{"m\u0065ssages":[{"s\u0065nder":"a","te\u0078t":"hi","\ud800":1}]}""").Messages.Single().Text.Should().Be("hi");

    [Fact]
    public void A_text_of_null_with_tags_is_empty() =>
        Input.One("""{"messages":[{"sender":"a","text":null,"tags":["image"]}]}""").Messages.Single().Text.Should().BeEmpty();

    [Fact]
    public void Unknown_tags_become_other() =>
        Input.One("""{"messages":[{"sender":"a","text":"hi","tags":["like","sticker","\udc00"]}]}""")
            .Messages.Single().Tags.Should().Be(MessageTags.Like | MessageTags.Other);

    [Fact]
    public void An_equal_message_under_one_id_is_kept_for_the_engine_to_count_once() =>
        Input.One("""{"messages":[{"id":"m","sender":"a","text":"hi"},{"text":"hi","id":"m","sender":"a"}]}""").Messages.Should().HaveCount(2);

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05+00:00", false)]
    [InlineData("2026-01-02T03:04:05.1234567-0530", "2026-01-02T03:04:05.1234567-05:30", false)]
    [InlineData("2026-01-02t03:04z", "2026-01-02T03:04:00+00:00", false)]
    [InlineData("2026-01-02 03:04:05,5+01", "2026-01-02T03:04:05.5+01:00", false)]
    [InlineData("2026-01-02T03:04:05", "2026-01-02T03:04:05+00:00", true)]
    [InlineData("2026-01-02", "2026-01-02T00:00:00+00:00", true)]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00", false)]
    public void Times_are_ISO_8601_and_a_missing_offset_is_said(string text, string expected, bool assumed)
    {
        Message read = Input.One($$"""{"messages":[{"sender":"a","text":"hi","time":"{{text}}"}]}""").Messages.Single();

        read.Time!.Value.ToString("O").Should().Be(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).ToString("O"));
        read.TimeOffsetAssumed.Should().Be(assumed);
    }

    [Fact]
    public void Line_ends_byte_order_mark_and_blank_lines_do_not_matter_and_line_numbers_are_kept()
    {
        const string Line = """{"messages":[{"sender":"a","text":"hi"}]}""";
        List<ReadResult<Conversation>> read = Input.Read("\uFEFF" + Line + "\r\n\r\n  \t\n" + Line + "\n\n" + Line);

        read.Select(r => r.Line).Should().Equal(1, 4, 6);
        read.Should().OnlyContain(r => r.IsValue && r.File == "in.jsonl");
    }

    [Fact]
    public void Lone_surrogates_survive_when_escaped_and_broken_bytes_become_replacement_characters()
    {
        byte[] start = Encoding.UTF8.GetBytes("""{"messages":[{"sender":"a\udfff","text":"x\ud800y\u0000\uD83D\uDE00""");
        byte[] end = Encoding.UTF8.GetBytes("""z"}]}""");
        byte[] line = [.. start, 0xED, 0xA0, 0x80, 0xFF, .. end];

        Message read = Input.Read(line).Single().Value!.Messages.Single();

        read.Sender.Should().Be("a\udfff");
        read.Text.Should().Be("x\ud800y\0\uD83D\uDE00\uFFFD\uFFFD\uFFFD\uFFFDz");
    }

    [Fact]
    public void Any_text_survives_as_escapes() => Gen.Char[(char)0, char.MaxValue].Array[0, 80].Sample(chars =>
    {
        string escapes = string.Concat(chars.Select(c => $"\\u{(int)c:x4}"));
        string line = $$"""{"messages":[{"sender":"a","text":"{{escapes}}"}]}""";
        return string.Equals(Input.One(line).Messages.Single().Text, new string(chars), StringComparison.Ordinal);
    });

    [Fact]
    public void Any_well_formed_text_survives_as_System_Text_Json_writes_it() => Gen.String.Sample(text =>
    {
        string wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        string line = JsonSerializer.Serialize(new { messages = new[] { new { sender = "a", text = wellFormed } } });
        return string.Equals(Input.One(line).Messages.Single().Text, wellFormed, StringComparison.Ordinal);
    });

    [Fact]
    public void Any_bytes_are_read_without_an_exception() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Input.Read([.. "{\"messages\":[{\"sender\":\"a\",\"text\":\""u8, .. bytes]).TrueForAll(r => r.Line > 0));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Chunks_of_any_size_give_equal_results(int perRead)
    {
        StringBuilder content = new("\uFEFF");
        for (int i = 0; i < 40; i++)
        {
            content.Append($$"""{"id":{{i}},"messages":[{"sender":"ä","text":"{{new string('é', i * 7)}} \ud83d\ude00 {{i}}"}]}""").Append(i % 3 == 0 ? "\r\n" : "\n");
            content.Append(i % 5 == 0 ? "{broken\n\n" : "");
        }

        byte[] bytes = Encoding.UTF8.GetBytes(content.ToString());
        List<ReadResult<Conversation>> whole = Input.Read(bytes);
        List<ReadResult<Conversation>> trickled = [.. ConversationReader.Read(new TrickleStream(bytes, perRead), "in.jsonl")];

        whole.Should().HaveCount(48);
        trickled.Should().BeEquivalentTo(whole, o => o.WithStrictOrdering());
    }

    [Fact]
    public async Task Reading_asynchronously_gives_equal_results()
    {
        string path = Path.GetTempFileName();
        try
        {
            const string Content = "{\"id\":1,\"messages\":[]}\nnonsense\n{\"id\":2,\"messages\":[]}\n";
            await File.WriteAllTextAsync(path, Content, TestContext.Current.CancellationToken);
            List<ReadResult<Conversation>> read = [];
            await foreach (ReadResult<Conversation> result in ConversationReader.ReadAsync(path, cancellationToken: TestContext.Current.CancellationToken))
            {
                read.Add(result);
            }

            read.Should().BeEquivalentTo(Input.Read(Content, path), o => o.WithStrictOrdering());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
