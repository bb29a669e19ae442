using CsCheck;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Tests.Reading;

namespace GroomingSignals.Data.Tests;

public sealed class LabelledWriterTests
{
    private const string Units = "a\"\\\0ä\uFFFF\uD800\uD83D\uDBFF\uDC00\uDE00\uDFFF";

    [Fact]
    public void Ids_and_texts_of_any_UTF_16_come_back_lone_surrogates_included() =>
        Gen.Int[0, Units.Length - 1].Select(i => Units[i]).Array[0, 8].Select(chars => new string(chars)).Sample(any =>
        {
            Conversation conversation = new()
            {
                Id = "c" + any,
                Participants = [new() { Id = "p" + any, Role = "r" + any }],
                Messages = [new() { Id = "m" + any, Sender = "p" + any, Text = any }],
            };
            using MemoryStream written = new();
            LabelledWriter.Write(written, [new LabelledConversation(conversation, true) { Groups = new Dictionary<string, string> { ["g"] = "g" + any } }]);
            LabelledConversation read = Labelled.Read(written.ToArray()).Single().Value!;
            read.Groups["g"].Should().Be("g" + any);
            read.Conversation.Should().BeEquivalentTo(conversation);
        });
}
