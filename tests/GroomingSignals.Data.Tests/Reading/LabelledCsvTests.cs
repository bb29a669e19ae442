using CsCheck;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Data.Tests.Reading;

public sealed class LabelledCsvTests
{
    [Fact]
    public void Text_and_label_alone_make_each_row_a_conversation_with_its_index_as_id()
    {
        List<ReadResult<LabelledConversation>> read = Labelled.Read("label,text\n1,\"one, two\"\n0,three\n,four\n", "in.csv");

        read.Select(r => (r.Line, r.Value!.Conversation.Id, r.Value.Label)).Should().Equal((2, "0", true), (3, "1", false), (4, "2", null));
        read.Select(r => r.Value!.Conversation.Messages.Single()).Should().Equal(
            new Message { Sender = LabelledReader.SharedSender, Text = "one, two" },
            new Message { Sender = LabelledReader.SharedSender, Text = "three" },
            new Message { Sender = LabelledReader.SharedSender, Text = "four" });
        read[0].Value!.MessageTactics.Should().BeEmpty();
    }

    [Fact]
    public void An_id_beside_them_is_kept()
    {
        List<ReadResult<LabelledConversation>> read = Labelled.Read("id,text,label\nx1,one,True\nx2,two,false\n", "in.csv");

        read.Select(r => (r.Value!.Conversation.Id, r.Value.Label)).Should().Equal(("x1", true), ("x2", false));
    }

    [Fact]
    public void Rows_of_a_conversation_are_read_with_all_that_they_say()
    {
        LabelledConversation read = Labelled.One("""
            Sent At,Body,author,chat_id,class,author_label,tactics,language,group:Region,group:empty,synthetic,tags,age-band
            2026-01-02T03:04:05Z,hello,a,c1,,1,,en,north,,true,image,adult
            ,"see you",b,c1,1.0,0,secrecy;flattery,,north,,,,13-15
            2026-01-02,again,a,c1,true,,secrecy,en,,,0,,
            """, "in.csv");

        read.Label.Should().BeTrue();
        read.Synthetic.Should().BeTrue();
        read.ParticipantLabels.Should().BeEquivalentTo(new Dictionary<string, bool> { ["a"] = true, ["b"] = false });
        read.Groups.Should().BeEquivalentTo(new Dictionary<string, string> { ["language"] = "en", ["Region"] = "north" });
        read.MessageTactics.Select(t => t.ToArray()).Should().BeEquivalentTo([[], [Tactic.Secrecy, Tactic.Flattery], new[] { Tactic.Secrecy }], o => o.WithStrictOrdering());
        read.Conversation.Participants.Should().Equal(new Participant { Id = "a", Age = AgeBand.Adult }, new Participant { Id = "b", Age = AgeBand.From13To15 });
        read.Conversation.Messages.Should().Equal(
            new Message { Sender = "a", Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Text = "hello", Tags = MessageTags.Image },
            new Message { Sender = "b", Text = "see you" },
            new Message { Sender = "a", Time = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), TimeOffsetAssumed = true, Text = "again" });
    }

    [Fact]
    public void Every_synonym_finds_its_column()
    {
        foreach (string conversation in CsvSynonyms.Conversation)
        {
            Labelled.One($"{conversation},text,label\nc,hi,0\n", "in.csv").Conversation.Id.Should().Be("c");
        }

        foreach (string sender in CsvSynonyms.Sender)
        {
            Labelled.One($"{sender},text,label\ns,hi,0\n", "in.csv").Conversation.Messages.Single().Sender.Should().Be("s");
        }

        foreach (string time in CsvSynonyms.Time)
        {
            Labelled.One($"{time},text,label\n2026-01-02T00:00Z,hi,0\n", "in.csv").Conversation.Messages.Single().Time.Should().NotBeNull();
        }

        foreach (string message in CsvSynonyms.Message)
        {
            Labelled.One($"{message},text,label\nm7,hi,0\n", "in.csv").Conversation.Messages.Single().Id.Should().Be("m7");
        }

        foreach ((string text, string label) in CsvSynonyms.Text.SelectMany(t => CsvSynonyms.Label.Select(l => (t, l))))
        {
            LabelledConversation read = Labelled.One($"{label.ToUpperInvariant()},{text}\n1,hi\n", "in.csv");
            (read.Label, read.Conversation.Messages.Single().Text).Should().Be((true, "hi"));
        }
    }

    [Fact]
    public void The_documentation_lists_every_synonym()
    {
        string documented = File.ReadAllText(Path.Combine(RepositoryFile.Root(), "docs", "classifier.md"));
        string[] all =
        [
            .. CsvSynonyms.Conversation, .. CsvSynonyms.Message, .. CsvSynonyms.Sender, .. CsvSynonyms.AgeBand, .. CsvSynonyms.Time, .. CsvSynonyms.Text,
            .. CsvSynonyms.Tags, .. CsvSynonyms.Label, .. CsvSynonyms.SenderLabel, .. CsvSynonyms.Tactics, .. CsvSynonyms.Synthetic, .. CsvSynonyms.Groups,
        ];
        all.Should().OnlyContain(name => documented.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_synonyms_the_first_of_the_list_counts() =>
        Labelled.One("id,conversation_id,message,text,label\n7,c,not this,this,0\n", "in.csv").Conversation.Should().BeEquivalentTo(
            new { Id = "c", Messages = new[] { new { Text = "this" } } });

    [Fact]
    public void A_conversation_whose_rows_disagree_is_an_error_that_names_it()
    {
        List<ReadResult<LabelledConversation>> read = Labelled.Read("""
            id,sender,text,label,sender_label,language
            c1,a,CANARY,1,,
            c1,a,CANARY,0,,
            c1,a,CANARY,1,,
            c2,a,fine,0,,
            c3,a,CANARY,1,1,
            c3,a,CANARY,1,0,
            c4,a,CANARY,1,,en
            c4,a,CANARY,1,,fr
            """, "in.csv");

        read.Select(r => r.Value?.Conversation.Id ?? r.Error!.ToString()).Should().Equal(
            "in.csv:3: conversation \"c1\": its rows disagree on the label",
            "c2",
            "in.csv:7: conversation \"c3\": its rows disagree on the label of sender \"a\"",
            "in.csv:9: conversation \"c4\": its rows disagree on the group \"language\"");
    }

    [Fact]
    public void A_bad_row_is_an_error_of_its_own_by_the_files_names_and_the_rest_keeps_its_index()
    {
        List<ReadResult<LabelledConversation>> read = Labelled.Read("""
            body,target,when,author,timestamp,tactic,sender_label
            CANARY,2,,a,,,
            CANARY,1,,,,,
            CANARY,1,,a,noon,,
            CANARY,1,,a,,kindness,
            CANARY,1,,a,,,perhaps
            CANARY,1,a
            fine,1,,a,,,
            """, "in.csv");

        read.Select(r => r.Value?.Conversation.Id ?? r.Error!.ToString()).Should().BeEquivalentTo(
            [
                "in.csv:2: target: \"2\" is not a label (0 or 1, true or false)",
                "in.csv:3: author is empty",
                "in.csv:4: timestamp is not an ISO 8601 time",
                "in.csv:5: tactic: \"kindness\" is not a tactic (flattery, age-misrepresentation, image-request, gift-offer, secrecy, sexualized-talk, personal-information, guardian-probing, isolation, meeting-request, platform-migration, coercion, compliance-testing)",
                "in.csv:6: sender_label: \"perhaps\" is not a label (0 or 1, true or false)",
                "in.csv:7: malformed CSV: the row has 3 fields, the header 7",
                "6",
            ],
            o => o.WithStrictOrdering());
    }

    [Theory]
    [InlineData("", "is empty: a CSV file needs a header")]
    [InlineData("id,label\n", "the header has no text column; it may be called text, message, body, content, utterance")]
    [InlineData("id,text\n", "the header has no label column; it may be called label, class, target, is_grooming, grooming")]
    [InlineData("x1,\"hello, you\",1\n", "the header has no text column; it may be called text, message, body, content, utterance")]
    public void A_header_that_lacks_a_column_is_told_what_it_may_be_called(string content, string reason) => Labelled.ReasonOf(content, "in.csv").Should().Be(reason);

    [Theory]
    [InlineData("-")]
    [InlineData("export.txt")]
    [InlineData("in.csv.gz")]
    public void Gzip_and_standard_input_are_recognised_by_content(string name) =>
        Labelled.Read(Input.Gzip("\uFEFF\"Label\",\"Message\"\n1,hi\n"u8.ToArray()), name).Single().Value!.Label.Should().BeTrue();

    [Fact]
    public void Broken_bytes_become_replacement_characters() =>
        Labelled.Read([.. "text,label\ncaf"u8, 0xE9, .. ",1\n"u8], "in.csv").Single().Value!.Conversation.Messages.Single().Text.Should().Be("caf\uFFFD");

    [Fact]
    public void A_returning_id_is_an_error() =>
        Labelled.Read("id,text,label\na,x,1\nb,y,0\na,z,1\n", "in.csv").Select(r => r.Value?.Conversation.Id ?? r.Error!.ToString()).Should().Equal(
            "a", "b", "in.csv:4: conversation \"a\" returns after another one; its rows must be contiguous, and those from here on are passed over");

    [Fact]
    public void Any_bytes_are_read_without_an_exception() => Gen.Byte.Array[0, 200]
        .Sample(bytes => Labelled.Read([.. "text,label,id\n"u8, .. bytes], "in.csv").TrueForAll(r => r.Line > 0));
}
