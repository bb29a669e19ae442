using System.Globalization;
using System.Text;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Pan12;
using GroomingSignals.Data.Tests.Reading;
using NJsonSchema;

namespace GroomingSignals.Data.Tests.Pan12;

/// <summary>A made-up file of the form of PAN-2012: people talk of the bus.</summary>
public sealed class Pan12ReaderTests : IDisposable
{
    private const string Corpus = """
        <?xml version="1.0" encoding="UTF-8"?>
        <conversations>
          <!-- made up -->
          <conversation id="c1">
            <message line="1">
              <author>aa11</author>
              <time>23:58</time>
              <text>the bus &amp; the train &lt;3</text>
            </message>
            <message line="2"><author>bb22</author><time>23:57</time><text/></message>
            <message line="3"><time>00:03</time><text><![CDATA[late <again>]]></text><author> aa11 </author><mood>fine</mood></message>
          </conversation>
          <conversation id="c2">
            <message line="1"><author>cc33</author><time>9:00</time><text>hello</text></message>
            <message line="2"><author>bb22</author><text>no clock</text></message>
          </conversation>
          <conversation id="c3"/>
        </conversations>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grooming-signals-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Conversations_and_authors_are_labelled_by_the_list_of_predators()
    {
        List<ReadResult<LabelledConversation>> read = Read(Corpus, Labels("cc33\r\n\n dd44 \n"));

        read.Select(r => (r.Line, r.Value!.Conversation.Id, r.Value.Label)).Should().Equal((4, "c1", false), (13, "c2", true), (17, "c3", false));
        read[1].Value!.ParticipantLabels.Should().BeEquivalentTo(new Dictionary<string, bool> { ["cc33"] = true, ["bb22"] = false });
        read[1].Value!.Conversation.Participants.Select(p => p.Id).Should().Equal("cc33", "bb22");
        read[1].Value!.MessageLabels.Should().BeEmpty();
        read[2].Value!.Conversation.Messages.Should().BeEmpty();
    }

    [Fact]
    public void Texts_are_read_whole_and_times_of_day_roll_over_at_midnight_only()
    {
        Read(Corpus, Labels(""))[0].Value!.Conversation.Messages.Should().Equal(
            new Message { Id = "1", Sender = "aa11", Time = At("2000-01-01T23:58"), TimeOffsetAssumed = true, Text = "the bus & the train <3" },
            new Message { Id = "2", Sender = "bb22", Time = At("2000-01-01T23:57"), TimeOffsetAssumed = true, Text = "" },
            new Message { Id = "3", Sender = "aa11", Time = At("2000-01-02T00:03"), TimeOffsetAssumed = true, Text = "late <again>" });
    }

    [Fact]
    public void A_list_of_lines_labels_the_messages_of_the_conversations_that_it_names()
    {
        List<ReadResult<LabelledConversation>> read = Read(Corpus, Labels("cc33", "c2\t1\r\nc9\t4\n"));

        read[0].Value!.MessageLabels.Should().BeEmpty();
        read[1].Value!.MessageLabels.Should().BeEquivalentTo(new Dictionary<int, bool> { [0] = true, [1] = false });
        Labels("cc33", "c2\t1\nc9\t4\nc2\t2\n").NamedConversations.Should().BeEquivalentTo("c2", "c9");
        Labels("cc33").NamedConversations.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_written_fits_the_schema_and_reads_back()
    {
        List<LabelledConversation> read = [.. Read(Corpus, Labels("aa11", "c1\t3\n")).Select(r => r.Value!)];
        using MemoryStream written = new();
        LabelledWriter.Write(written, read);

        JsonSchema schema = await RepositoryFile.Schema("conversation");
        Encoding.ASCII.GetString(written.ToArray()).TrimEnd('\n').Split('\n').Should().HaveCount(3).And.OnlyContain(line => schema.Validate(line).Count == 0);
        Labelled.Read(written.ToArray()).Select(r => r.Value).Should().BeEquivalentTo(read, o => o.WithStrictOrdering());
    }

    [Theory]
    [InlineData("<conversations><conversation id=\"c\"><message line=\"1\"><time>01:00</time><text>CANARY</text></message></conversation></conversations>",
        "in.xml:1: conversation \"c\": the message on line 1 has no author")]
    [InlineData("<conversations><conversation id=\"c\">\n<message line=\"1\"/></conversation></conversations>",
        "in.xml:1: conversation \"c\": the message on line 2 has no author")]
    [InlineData("<conversations><conversation id=\"c\"><message line=\"1\"><author>a</author><time>25:00</time><text>CANARY</text></message></conversation></conversations>",
        "in.xml:1: conversation \"c\": the message on line 1 has a time that is not HH:MM")]
    [InlineData("<conversations><conversation><message line=\"1\"><author>a</author><time>15:00</time><text>CANARY</text></message></conversation></conversations>",
        "in.xml:1: the conversation has no id")]
    [InlineData("<conversations><conversation id=\"c\"><message line=\"1\"><author>a</author><text>x</text></message><message line=\"1\"><author>a</author><text>CANARY</text></message></conversation></conversations>",
        "in.xml:1: conversation \"c\": message line \"1\" was used before with different content")]
    [InlineData("<html><body>CANARY</body></html>", "in.xml:1: is not of the PAN-2012 format: its root must be <conversations>")]
    [InlineData("<conversations>\n<conversation id=\"c\"><CANARY</conversations>", "in.xml:2: malformed XML; what follows is lost")]
    [InlineData("<!DOCTYPE conversations [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><conversations>&x;</conversations>", "in.xml: has a DTD (<!DOCTYPE>), which is refused: nothing outside the file is ever read; take it out")]
    [InlineData("<!-- <!DOCTYPE> --><conversations>\n<CANARY", "in.xml:2: malformed XML; what follows is lost")]
    [InlineData("", "in.xml: malformed XML; what follows is lost")]
    public void What_cannot_be_read_is_named_without_quoting_it(string content, string error) =>
        Read(content, Labels("")).Should().ContainSingle().Subject.Error!.ToString().Should().Be(error);

    [Fact]
    public void A_conversation_after_a_bad_one_is_still_read()
    {
        List<ReadResult<LabelledConversation>> read = Read(
            "<conversations><conversation id=\"a\"><message/><message line=\"2\"><author>x</author></message></conversation><conversation id=\"b\"><message><author>x</author></message></conversation></conversations>",
            Labels(""));

        read.Select(r => r.IsValue).Should().Equal(false, true);
        read[1].Value!.Conversation.Messages.Should().Equal(new Message { Sender = "x" });
    }

    [Fact]
    public void Gzip_is_undone_and_a_missing_file_is_one_error()
    {
        new Pan12Reader(Labels("")).Read(new MemoryStream(Input.Gzip(Encoding.UTF8.GetBytes(Corpus))), "in.xml.gz").Should().HaveCount(3);
        new Pan12Reader(Labels("")).Read("no-such-file.xml").Single().Error!.ToString().Should().Be("no-such-file.xml: file not found");
    }

    [Fact]
    public void A_line_of_the_list_that_has_another_form_is_named()
    {
        Action load = () => Labels("", "c1\t1\nc1 2\n");
        load.Should().Throw<InvalidDataException>().WithMessage("*lines.txt:2: must be a conversation and the number of a line, parted by a tab");
    }

    private static List<ReadResult<LabelledConversation>> Read(string content, Pan12Labels labels) =>
        [.. new Pan12Reader(labels).Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "in.xml")];

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time + "Z", CultureInfo.InvariantCulture);

    private Pan12Labels Labels(string predators, string? lines = null)
    {
        string file = Path.Combine(_folder.FullName, "predators.txt");
        File.WriteAllText(file, predators);
        string list = Path.Combine(_folder.FullName, "lines.txt");
        File.WriteAllText(list, lines ?? "");
        return Pan12Labels.Load(file, lines is null ? null : list);
    }
}
