using System.Text;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Tests.Reading;

public sealed class LabelledJsonTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("1.0", true)]
    [InlineData("0.00", false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"1\"", true)]
    [InlineData("\"0\"", false)]
    [InlineData("\"True\"", true)]
    [InlineData("\"FALSE\"", false)]
    [InlineData("\"0.0\"", false)]
    [InlineData("null", null)]
    public void A_label_is_a_number_a_boolean_or_a_string(string label, bool? expected) =>
        Labelled.One($$"""{"label":{{label}},"messages":[]}""").Label.Should().Be(expected);

    [Theory]
    [InlineData("2", "label: \"2\" is not a label (0 or 1, true or false)")]
    [InlineData("0.5", "label: \"0.5\" is not a label (0 or 1, true or false)")]
    [InlineData("-1", "label: \"-1\" is not a label (0 or 1, true or false)")]
    [InlineData("\"yes\"", "label: \"yes\" is not a label (0 or 1, true or false)")]
    [InlineData("0e5", "label: \"0e5\" is not a label (0 or 1, true or false)")]
    [InlineData("\"1.\"", "label: \"1.\" is not a label (0 or 1, true or false)")]
    [InlineData("\"01\"", "label: \"01\" is not a label (0 or 1, true or false)")]
    [InlineData("\"\"", "label: \"\" is not a label (0 or 1, true or false)")]
    [InlineData("\"NaN\"", "label: \"NaN\" is not a label (0 or 1, true or false)")]
    [InlineData("[1]", "label must be 0 or 1, or true or false")]
    [InlineData("{}", "label must be 0 or 1, or true or false")]
    public void Anything_else_is_an_error(string label, string reason) =>
        Labelled.ReasonOf($$"""{"label":{{label}},"messages":[]}""").Should().Be(reason);

    [Fact]
    public void Everything_that_is_said_beside_a_conversation_is_read_in_one_pass()
    {
        LabelledConversation read = Labelled.One("""
            {"id":"c","label":1,"synthetic":true,"groups":{"language":"en","dialect":null,"region":"north"},
            """.Trim() + """
            "participants":[{"id":"a","label":"true"},{"id":"b","label":0},{"id":"d"}],"messages":[{"sender":"a","text":"hi"},{"sender":"a","text":"ok","tactics":["secrecy","flattery"]},{"sender":"b","text":"hm","tactics":null,"label":"0"},{"sender":"b","text":"so","label":null}]}
            """);

        read.Label.Should().BeTrue();
        read.Synthetic.Should().BeTrue();
        read.Groups.Should().BeEquivalentTo(new Dictionary<string, string> { ["language"] = "en", ["region"] = "north" });
        read.ParticipantLabels.Should().BeEquivalentTo(new Dictionary<string, bool> { ["a"] = true, ["b"] = false });
        read.MessageTactics.Select(t => t.ToArray()).Should().BeEquivalentTo([Array.Empty<Tactic>(), [Tactic.Secrecy, Tactic.Flattery], [], []], o => o.WithStrictOrdering());
        read.MessageLabels.Should().BeEquivalentTo(new Dictionary<int, bool> { [2] = false });
        read.Conversation.Should().BeEquivalentTo(Input.One("""
            {"id":"c","participants":[{"id":"a"},{"id":"b"},{"id":"d"}],"messages":[{"sender":"a","text":"hi"},{"sender":"a","text":"ok"},{"sender":"b","text":"hm"},{"sender":"b","text":"so"}]}
            """));
    }

    [Fact]
    public void What_is_not_said_is_empty()
    {
        LabelledConversation read = Labelled.One("""{"messages":[{"sender":"a","text":"hi"}]}""");

        read.Label.Should().BeNull();
        read.Synthetic.Should().BeFalse();
        read.Groups.Should().BeEmpty();
        read.ParticipantLabels.Should().BeEmpty();
        read.MessageTactics.Should().BeEmpty();
        read.MessageLabels.Should().BeEmpty();
    }

    [Fact]
    public void Of_a_key_written_twice_the_last_counts()
    {
        LabelledConversation read = Labelled.One("""
            {"label":1,"label":0,"groups":{"a":"x"},"groups":{"b":"y"},"participants":[{"id":"a","label":1}],"participants":[{"id":"b","label":1}],"messages":[{"sender":"a","text":"hi","tactics":["secrecy"],"label":1}],"messages":[{"sender":"a","text":"ho"}]}
            """);

        read.Label.Should().BeFalse();
        read.Groups.Keys.Should().Equal("b");
        read.ParticipantLabels.Keys.Should().Equal("b");
        read.MessageTactics.Should().BeEmpty();
        read.MessageLabels.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","tactics":["kindness"]}]}""", "messages[0].tactics: \"kindness\" is not a tactic (flattery, ")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","tactics":"secrecy"}]}""", "messages[0].tactics must be an array")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","tactics":[3]}]}""", "messages[0].tactics must hold strings only")]
    [InlineData("""{"messages":[{"sender":"a","text":"hi","label":3}]}""", "messages[0].label: \"3\" is not a label")]
    [InlineData("""{"participants":[{"id":"a","label":3}],"messages":[]}""", "participants[0].label: \"3\" is not a label")]
    [InlineData("""{"synthetic":"yes","messages":[]}""", "synthetic must be true or false")]
    [InlineData("""{"groups":["en"],"messages":[]}""", "groups must be an object")]
    [InlineData("""{"groups":{"language":7},"messages":[]}""", "groups.\"language\" must be a string")]
    [InlineData("""{"label":1}""", "messages is missing")]
    [InlineData("""{"label":1,"messages":[""", "malformed JSON at byte")]
    public void A_bad_line_gets_its_reason(string line, string reason) => Labelled.ReasonOf(line).Should().StartWith(reason);

    [Fact]
    public void The_analyser_passes_over_all_of_it() =>
        Input.One("""{"label":"maybe","synthetic":7,"groups":[],"participants":[{"id":"a","label":{}}],"messages":[{"sender":"a","text":"hi","tactics":["kindness"]}]}""")
            .Messages.Should().ContainSingle();

    [Fact]
    public void A_conversation_without_an_id_gets_its_index_and_bad_lines_are_counted()
    {
        List<ReadResult<LabelledConversation>> read = Labelled.Read("""
            {"label":0,"messages":[]}
            {"label":9,"messages":[]}

            {"id":"x","label":0,"messages":[]}
            {"label":1,"messages":[]}
            """);

        read.Select(r => r.Value?.Conversation.Id ?? r.Error!.ToString()).Should().Equal(
            "0", "in.jsonl:2: label: \"9\" is not a label (0 or 1, true or false)", "x", "3");
    }

    [Fact]
    public void An_id_that_comes_again_is_an_error_also_in_another_input()
    {
        LabelledReader reader = new();
        List<ReadResult<LabelledConversation>> read =
        [
            .. reader.Read(new MemoryStream("{\"id\":7,\"messages\":[]}\n{\"id\":\"7\",\"messages\":[]}\n"u8.ToArray()), "a.jsonl"),
            .. reader.Read(new MemoryStream("id,text,label\n8,hi,0\n7,hi,0\n"u8.ToArray()), "b.csv"),
            .. reader.Read(new MemoryStream("{\"messages\":[]}"u8.ToArray()), "c.jsonl"),
        ];

        read.Select(r => r.Value?.Conversation.Id ?? r.Error!.ToString()).Should().Equal(
            "7",
            "a.jsonl:2: the conversation id \"7\" was used before; ids must be unique over all inputs",
            "8",
            "b.csv:3: the conversation id \"7\" was used before; ids must be unique over all inputs",
            "4");
    }

    [Fact]
    public void Gzip_a_byte_order_mark_and_standard_inputs_name_are_read_as_elsewhere()
    {
        byte[] line = [0xEF, 0xBB, 0xBF, .. """{"label":1,"messages":[]}"""u8];

        Labelled.Read(Input.Gzip(line), "-").Single().Value!.Label.Should().BeTrue();
        Labelled.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")]).Single().Error!.ToString()
            .Should().Be("in.jsonl: is UTF-16: save it as UTF-8");
    }

    [Fact]
    public void A_missing_file_is_one_error() =>
        new LabelledReader().Read("no-such-file.jsonl").Single().Error!.ToString().Should().Be("no-such-file.jsonl: file not found");

    [Fact]
    public void A_line_over_the_limit_is_a_named_error_and_reading_goes_on()
    {
        string content = $$"""{"label":1,"messages":[{"sender":"a","text":"{{new string('x', 5000)}}"}]}""" + "\n{\"label\":0,\"messages\":[]}\n";

        Labelled.Read(content, options: new ReadOptions { MaxLineBytes = 1000 }).Select(r => r.Error?.ToString() ?? r.Value!.Conversation.Id).Should().Equal(
            "in.jsonl:1: the line is longer than the limit of 1000 bytes", "1");
    }
}
