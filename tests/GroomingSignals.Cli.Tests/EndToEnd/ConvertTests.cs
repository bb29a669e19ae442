namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class ConvertTests : IDisposable
{
    private const string Corpus = """
        <conversations>
        <conversation id="c1"><message line="1"><author>ann</author><time>23:59</time><text>the bus was late</text></message><message line="2"><author>bo</author><time>00:01</time><text>again</text></message></conversation>
        <conversation id="c2"><message line="1"><author>cy</author><time>12:00</time><text>see you</text></message></conversation>
        </conversations>
        """;

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Pan12_becomes_labelled_json_lines()
    {
        Tool.Result result = _tool.Run(
            "convert", "pan12", "--xml", _tool.File("c.xml", Corpus), "--predators", _tool.File("p.txt", "bo", "nobody"), "--lines", _tool.File("l.txt", "c1\t2"), "--out", "-");

        result.Code.Should().Be(0);
        result.Output.Split('\n').Should().Equal(
            """{"id":"c1","label":1,"participants":[{"id":"ann","label":0},{"id":"bo","label":1}],"messages":[{"id":"1","sender":"ann","time":"2000-01-01T23:59:00","text":"the bus was late","label":0},{"id":"2","sender":"bo","time":"2000-01-02T00:01:00","text":"again","label":1}]}""",
            """{"id":"c2","label":0,"participants":[{"id":"cy","label":0}],"messages":[{"id":"1","sender":"cy","time":"2000-01-01T12:00:00","text":"see you"}]}""",
            "");
        result.Error.Should().Be("2 conversations, 1 of them labelled as grooming, 3 messages; 1 of 2 listed authors takes part\n");
    }

    [Fact]
    public void A_conversation_that_cannot_be_read_is_named_and_the_rest_is_written()
    {
        string xml = _tool.File("c.xml", Corpus.Replace("<author>ann</author>", "", StringComparison.Ordinal));
        Tool.Result result = _tool.Run("convert", "pan12", "--xml", xml, "--predators", _tool.File("p.txt", "bo"), "--out", _tool.Path("out.jsonl"));

        result.Code.Should().Be(2);
        result.Error.Should().StartWith("c.xml:2: conversation \"c1\": the message on line 2 has no author\n");
        File.ReadAllLines(_tool.Path("out.jsonl")).Should().ContainSingle().Which.Should().StartWith("{\"id\":\"c2\"");
    }

    [Fact]
    public void Missing_files_and_lists_of_another_form_are_one_clear_line()
    {
        string xml = _tool.File("c.xml", Corpus);
        string list = _tool.File("p.txt", "bo");
        _tool.Run("convert", "pan12", "--xml", xml, "--predators", _tool.Path("no.txt"), "--out", "-").Should().Be(new Tool.Result(2, "", "grooming-signals: no.txt: no such file\n"));
        _tool.Run("convert", "pan12", "--xml", xml, "--predators", list, "--lines", list, "--out", "-")
            .Should().Be(new Tool.Result(2, "", "grooming-signals: p.txt:1: must be a conversation and the number of a line, parted by a tab\n"));
        _tool.Run("convert", "pan12", "--xml", _tool.Path("no.xml"), "--predators", list, "--out", "-").Error.Should().StartWith("no.xml: file not found\n");
    }

    [Fact]
    public void A_file_of_another_kind_is_refused()
    {
        Tool.Result result = _tool.Run("convert", "pan12", "--xml", _tool.File("a.jsonl", Lines.Quiet), "--predators", _tool.File("p.txt", "bo"), "--out", "-");
        result.Code.Should().Be(2);
        result.Error.Should().StartWith("a.jsonl:1: malformed XML; what follows is lost\n").And.EndWith("nothing could be converted\n");
    }

    [Fact]
    public void Lists_that_belong_to_another_corpus_are_warnings_that_name_the_counts()
    {
        string xml = _tool.File("c.xml", Corpus);
        Tool.Result result = _tool.Run(
            "convert", "pan12", "--xml", xml, "--predators", _tool.File("p.txt", "x", "y"), "--lines", _tool.File("l.txt", "c1\t2", "d1\t1", "d2\t1"), "--out", "-");

        result.Code.Should().Be(0);
        result.Error.Should().Be(
            "warning: none of the 2 authors on the list of predators writes in the corpus: nothing is labelled as grooming\n" +
            "warning: 2 of the 3 conversations that --lines names are not among those converted\n" +
            "2 conversations, 0 of them labelled as grooming, 3 messages; 0 of 2 listed authors take part\n");
        _tool.Run("convert", "pan12", "--xml", xml, "--predators", _tool.File("empty.txt"), "--out", "-").Error.Should().StartWith("warning: the list of predators is empty");
        _tool.Run("convert", "pan12", "--xml", xml, "--predators", _tool.File("bo.txt", "bo"), "--out", "-").Error.Should().NotContain("warning").And.EndWith("1 of 1 listed author takes part\n");
    }

    [Fact]
    public void A_file_of_which_nothing_can_be_read_leaves_no_output()
    {
        string xml = _tool.File("c.xml", "<!DOCTYPE conversations [<!ENTITY x \"y\">]>", Corpus);
        Tool.Result result = _tool.Run("convert", "pan12", "--xml", xml, "--predators", _tool.File("p.txt", "bo"), "--out", _tool.Path("out.jsonl"));

        result.Code.Should().Be(2);
        result.Error.Should().Contain("has a DTD (<!DOCTYPE>)").And.EndWith("out.jsonl was not written\n").And.NotContain("listed author");
        File.Exists(_tool.Path("out.jsonl")).Should().BeFalse();
    }
}
