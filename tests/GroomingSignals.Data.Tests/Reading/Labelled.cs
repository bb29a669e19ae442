using System.Text;

namespace GroomingSignals.Data.Tests.Reading;

/// <summary>Labelled inputs as the tests write them.</summary>
internal static class Labelled
{
    public static List<ReadResult<LabelledConversation>> Read(string content, string name = "in.jsonl", ReadOptions? options = null) =>
        Read(Encoding.UTF8.GetBytes(content), name, options);

    public static List<ReadResult<LabelledConversation>> Read(byte[] content, string name = "in.jsonl", ReadOptions? options = null) =>
        [.. new LabelledReader(options).Read(new MemoryStream(content), name)];

    public static LabelledConversation One(string content, string name = "in.jsonl")
    {
        ReadResult<LabelledConversation> result = Read(content, name).Should().ContainSingle().Subject;
        result.Error.Should().BeNull();
        return result.Value!;
    }

    public static string ReasonOf(string content, string name = "in.jsonl") =>
        Read(content, name).Should().ContainSingle().Subject.Error!.Reason;
}
