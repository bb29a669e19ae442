using System.IO.Compression;
using System.Text;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Tests.Reading;

/// <summary>Inputs as the tests write them.</summary>
internal static class Input
{
    public static List<ReadResult<Conversation>> Read(string content, string name = "in.jsonl", ReadOptions? options = null) =>
        Read(Encoding.UTF8.GetBytes(content), name, options);

    public static List<ReadResult<Conversation>> Read(byte[] content, string name = "in.jsonl", ReadOptions? options = null) =>
        [.. ConversationReader.Read(new MemoryStream(content), name, options)];

    public static Conversation One(string content, string name = "in.jsonl")
    {
        ReadResult<Conversation> result = Read(content, name).Should().ContainSingle().Subject;
        result.Error.Should().BeNull();
        return result.Value!;
    }

    public static string ReasonOf(string content, string name = "in.jsonl")
    {
        ReadResult<Conversation> result = Read(content, name).Should().ContainSingle().Subject;
        result.IsValue.Should().BeFalse();
        return result.Error!.Reason;
    }

    public static byte[] Gzip(byte[] content)
    {
        using MemoryStream target = new();
        using (GZipStream gzip = new(target, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }
}
