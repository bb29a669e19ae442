using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using GroomingSignals.Data;

namespace GroomingSignals.Training;

/// <summary>A SHA-256 over everything that is learnt from, in order: the same fingerprint, the same data.</summary>
internal static class DataFingerprint
{
    /// <summary>The fingerprint, in lower-case hexadecimal.</summary>
    public static string Of(IReadOnlyList<LabelledConversation> conversations)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (conversation, label) in conversations)
        {
            Add(hash, conversation.Id);
            Add(hash, label is true ? 1 : 0);
            foreach (var participant in conversation.Participants)
            {
                Add(hash, participant.Id);
                Add(hash, (long)participant.Age);
            }

            foreach (var message in conversation.Messages)
            {
                Add(hash, message.Sender);
                Add(hash, message.Text);
                Add(hash, message.Time?.UtcTicks ?? -1);
                Add(hash, (long)message.Tags);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string? text)
    {
        // UTF-16 as it is, so that lone surrogates differ too.
        byte[] bytes = Encoding.Unicode.GetBytes(text ?? "");
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
