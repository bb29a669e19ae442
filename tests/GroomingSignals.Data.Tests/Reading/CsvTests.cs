using System.Text;
using CsCheck;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Tests.Reading;

public sealed class CsvTests
{
    private const string Header = "conversation_id,message_id,sender_id,sender_age_band,sent_at,text,tags\n";

    private static readonly byte[] Marks = [.. "\",\n\rca\0"u8, 0xED];

    [Fact]
    public void Rows_of_one_id_make_a_conversation()
    {
        List<ReadResult<Conversation>> read = Input.Read(Header + """
            c1,m1,a,adult,2026-01-02T03:04:05Z,see you at practice,image;like
            c1,m2,b,13-15,2026-01-02T03:05:00,ok,
            c2,,x,,,hello,gift|sticker live
            """, "in.csv");

        read.Select(r => (r.Line, r.Value!.Id)).Should().Equal((2, "c1"), (4, "c2"));
        read[0].Value!.Participants.Should().Equal(new Participant { Id = "a", Age = AgeBand.Adult }, new Participant { Id = "b", Age = AgeBand.From13To15 });
        read[0].Value!.Messages.Should().Equal(
            new Message { Id = "m1", Sender = "a", Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Text = "see you at practice", Tags = MessageTags.Image | MessageTags.Like },
            new Message { Id = "m2", Sender = "b", Time = new(2026, 1, 2, 3, 5, 0, TimeSpan.Zero), TimeOffsetAssumed = true, Text = "ok" });
        read[1].Value!.Messages.Should().Equal(new Message { Sender = "x", Text = "hello", Tags = MessageTags.Gift | MessageTags.Other | MessageTags.Live });
    }

    [Fact]
    public void Columns_may_stand_in_any_order_with_others_between_and_optional_ones_missing()
    {
        Conversation read = Input.One("\uFEFFText , mood,SENDER_ID,conversation_id\r\nhi,good,a,c1\r\n\r\n", "in.csv");

        read.Id.Should().Be("c1");
        read.Messages.Should().Equal(new Message { Sender = "a", Text = "hi" });
    }

    [Fact]
    public void Quotes_commas_and_line_breaks_in_fields_are_text_and_line_numbers_count_every_line()
    {
        List<ReadResult<Conversation>> read = Input.Read(
            "conversation_id,sender_id,text\r\n\r\nc1,a,\"one, \"\"two\"\"\r\nthree\"\nc2,a,\" padded \"\n\nc3,a,said \"hi\" then\n", "in.csv");

        read.Select(r => (r.Line, r.Value!.Messages.Single().Text)).Should().Equal(
            (3, "one, \"two\"\r\nthree"), (5, " padded "), (7, "said \"hi\" then"));
    }

    [Fact]
    public void A_bad_row_is_an_error_of_its_own_and_its_conversation_is_kept()
    {
        List<ReadResult<Conversation>> read = Input.Read(Header + """
            c1,m1,a,,,one,
            c1,m2,,,,CANARY,
            c1,m3,a,teen,,CANARY,
            c1,m4,a,,noon,CANARY,
            c1,m1,a,,,CANARY,
            c1,m5,a,,,CANARY, with a comma,
            ,m6,a,,,CANARY,
            c1,m7,a,"adult"x,,CANARY,
            c1,m8,a,adult,,two,
            c1,m9,a,13-15,,CANARY,
            """, "in.csv");

        read.Where(r => !r.IsValue).Select(r => r.Error!.ToString()).Should().Equal(
            "in.csv:3: sender_id is empty",
            "in.csv:4: sender_age_band: \"teen\" is not an age band (unknown, under13, 13-15, 16-17, adult)",
            "in.csv:5: sent_at is not an ISO 8601 time",
            "in.csv:6: message id \"m1\" was used before with different content",
            "in.csv:7: malformed CSV: the row has 8 fields, the header 7",
            "in.csv:8: conversation_id is empty",
            "in.csv:9: malformed CSV: text after the closing quote of a field",
            "in.csv:11: sender_age_band of \"a\" differs from an earlier row");
        read[^1].Value!.Messages.Select(m => m.Text).Should().Equal("one", "two");
        read[^1].Value!.Participants.Should().Equal(new Participant { Id = "a", Age = AgeBand.Adult });
        read[^1].Line.Should().Be(2);
    }

    [Fact]
    public void A_returning_id_is_one_error_and_its_rows_are_passed_over()
    {
        List<ReadResult<Conversation>> read = Input.Read(Header + "c1,,a,,,one,\nc2,,a,,,two,\nc1,,a,,,three,\nc1,,a,,,four,\nc3,,a,,,five,\nc2,,a,,,six,\n", "in.csv");

        read.Select(r => r.Value?.Id ?? r.Error!.ToString()).Should().Equal(
            "c1", "c2",
            "in.csv:4: conversation \"c1\" returns after another one; its rows must be contiguous, and those from here on are passed over",
            "c3",
            "in.csv:7: conversation \"c2\" returns after another one; its rows must be contiguous, and those from here on are passed over");
        read[0].Value!.Messages.Should().ContainSingle();
    }

    [Theory]
    [InlineData("", "is empty: a CSV file needs a header")]
    [InlineData("conversation_id,sender_id,label\n", "the header has no text column; it may be called text, message, body, content, utterance")]
    [InlineData("sent_at,label\n", "the header has no text column; it may be called text, message, body, content, utterance")]
    public void A_header_that_lacks_a_column_is_named(string content, string reason) => Input.ReasonOf(content, "in.csv").Should().Be(reason);

    [Theory]
    [InlineData("text;label\n\"see you\";0\n", "in.csv", "semicolons")]
    [InlineData("\"text\";\"label, of a person\"\n\"see you\";0\n", "in.csv", "semicolons")]
    [InlineData("conversation_id\tsender_id\ttext\nc1\ta\tsee you\n", "in.csv", "tabs")]
    [InlineData("conversation_id\tsender_id\ttext\nc1\ta\tsee you\n", "in.tsv", "tabs")]
    [InlineData("text;label\nsee you;0\n", "-", "semicolons")]
    public void A_header_that_something_else_than_commas_separates_is_told_so(string content, string name, string separator)
    {
        string reason = $"the header is separated by {separator}; save the file with commas between its columns";

        Input.ReasonOf(content, name).Should().Be(reason);
        Labelled.ReasonOf(content, name).Should().Be(reason);
    }

    [Fact]
    public void A_semicolon_beside_a_known_column_is_part_of_a_name() => Input.One("text,a;b\nhi,\n", "in.csv").Messages.Single().Text.Should().Be("hi");

    [Fact]
    public void Text_alone_makes_each_row_a_conversation_with_its_index_as_id_and_columns_of_labels_are_passed_over()
    {
        List<ReadResult<Conversation>> read = Input.Read("label,text,tactics,synthetic\n1,\"one, two\",secrecy,yes\n0,short\nperhaps,three,kindness,perhaps\n", "in.csv");

        read.Select(r => r.Value?.Id ?? r.Error!.ToString()).Should().BeEquivalentTo("0", "in.csv:3: malformed CSV: the row has 2 fields, the header 4", "2");
        read.Where(r => r.IsValue).Select(r => r.Value!.Messages.Single()).Should().Equal(
            new Message { Sender = LabelledReader.SharedSender, Text = "one, two" }, new Message { Sender = LabelledReader.SharedSender, Text = "three" });
    }

    [Fact]
    public void Names_are_those_of_labelled_data()
    {
        Conversation read = Input.One("Chat ID,msg-id,Speaker,age band,Timestamp,Utterance\nc1,m1,a,adult,2026-01-02T03:04:05Z,hello\nc1,m2,b,,,hi\n", "in.csv");

        read.Id.Should().Be("c1");
        read.Participants[0].Should().Be(new Participant { Id = "a", Age = AgeBand.Adult });
        read.Messages.Should().Equal(
            new Message { Id = "m1", Sender = "a", Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Text = "hello" },
            new Message { Id = "m2", Sender = "b", Text = "hi" });
    }

    [Theory]
    [InlineData("in.csv")]
    [InlineData("-")]
    public void Whatever_labelled_data_is_read_from_a_plain_reader_reads_alike(string name)
    {
        const string Content = "class,body,from,id,language\n1,one,a,x,en\n1,two,b,x,en\n0,three,a,y,\n";

        Input.Read(Content, name).Select(r => r.Value).Should().BeEquivalentTo(Labelled.Read(Content, name).Select(r => r.Value!.Conversation), o => o.WithStrictOrdering());
    }

    [Fact]
    public void An_open_quote_is_an_error_that_ends_the_file_and_keeps_what_stands_before()
    {
        List<ReadResult<Conversation>> read = Input.Read(Header + "c1,,a,,,one,\nc1,,a,,,\"two,\nc2,,a,,,three,\n", "in.csv");

        read.Select(r => r.Value?.Id ?? r.Error!.ToString()).Should().BeEquivalentTo(
            "c1", "in.csv:3: malformed CSV: a quote is not closed; the row and what follows are lost");
    }

    [Fact]
    public void A_row_over_the_limit_is_a_named_error()
    {
        string content = Header + "c1,,a,,,one,\nc1,,a,,,\"" + new string('x', 1_000_000) + "\",\nc2,,a,,,two,\n";
        List<ReadResult<Conversation>> read = Input.Read(content, "in.csv", new ReadOptions { MaxLineBytes = 1000 });

        read.Select(r => r.IsValue).Should().Equal(true, false);
        read[1].Error!.ToString().Should().Be("in.csv:3: a row is longer than the limit of 1000 bytes (a quote that is not closed?); it and what follows are lost");
    }

    [Theory]
    [InlineData("in.csv.gz")]
    [InlineData("-")]
    [InlineData("export.txt")]
    public void Gzip_and_standard_input_are_recognised_by_content(string name) =>
        Input.Read(Input.Gzip(Encoding.UTF8.GetBytes(Header + "c1,,a,,,one,\n")), name).Single().Value!.Id.Should().Be("c1");

    [Fact]
    public void Broken_bytes_become_replacement_characters() =>
        Input.Read([.. Encoding.UTF8.GetBytes(Header + "c1,,a,,,x"), 0xED, 0xA0, 0x80, 0, .. "y,\n"u8], "in.csv")
            .Single().Value!.Messages.Single().Text.Should().Be("x\uFFFD\uFFFD\uFFFD\0y");

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    public void Chunks_of_any_size_give_equal_results(int perRead)
    {
        StringBuilder content = new(Header);
        for (int i = 0; i < 60; i++)
        {
            content.Append($"c{i / 3},m{i},ä,,2026-01-01T00:00:00Z,\"é \"\"{i}\"\"\r\n\ud83d\ude00\",like\r\n");
        }

        byte[] bytes = Encoding.UTF8.GetBytes(content.ToString());
        List<ReadResult<Conversation>> trickled = [.. ConversationReader.Read(new TrickleStream(bytes, perRead), "in.csv")];

        trickled.Should().HaveCount(20).And.BeEquivalentTo(Input.Read(bytes, "in.csv"), o => o.WithStrictOrdering());
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception() => Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.Int[0, Marks.Length - 1].Select(i => Marks[i]).Array[0, 120])
        .Sample(bytes => Input.Read([.. Encoding.UTF8.GetBytes(Header), .. bytes], "in.csv").TrueForAll(r => r.Line > 0));

    [Fact]
    public void Any_text_without_lone_surrogates_survives_when_quoted() => Gen.String.Sample(text =>
    {
        string wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        string quoted = wellFormed.Replace("\"", "\"\"", StringComparison.Ordinal);
        return string.Equals(Input.One($"{Header}c,,a,,,\"{quoted}\",\n", "in.csv").Messages.Single().Text, wellFormed, StringComparison.Ordinal);
    });
}
