using System.Buffers.Binary;
using System.Numerics;

namespace GroomingSignals.Tracking;

/// <summary>The binary form of a state: a version byte, the state, the features where they are collected, and a check sum of four bytes. It holds no text.</summary>
internal static class Snapshot
{
    private const int Version = 2;

    public static byte[] Write(ConversationState state) => Written(state).ToArray();

    /// <summary>Writes a state into a buffer of this thread.</summary>
    /// <returns>The snapshot, until the next one is written.</returns>
    public static ReadOnlySpan<byte> Written(ConversationState state)
    {
        var writer = SnapshotWriter.Mine;
        long origin = state.FirstTime ?? 0;
        writer.Byte(Version);
        writer.Text(state.ConversationId);
        writer.Count(state.MessageCount);
        writer.Signed(state.Initiator);
        writer.Time(state.FirstTime, 0);
        writer.Time(state.LastTime, origin);
        SnapshotParts.Participants(writer, state);
        SnapshotParts.Pairs(writer, state, origin);
        SnapshotParts.History(writer, state, origin);
        SnapshotParts.Seen(writer, state);
        SnapshotParts.Notes(writer, state);
        if (state.Features is { } features)
        {
            SnapshotFeatures.Write(writer, state, features, origin);
        }

        writer.Fixed(Checksum(writer.Written), 4);
        return writer.Written;
    }

    public static ConversationState Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 6)
        {
            throw SnapshotReader.Broken();
        }

        if (bytes[0] != Version)
        {
            throw new InvalidDataException($"The snapshot has version {bytes[0]}; this engine reads version {Version}.");
        }

        var body = bytes[..^4];
        if (new SnapshotReader(bytes[^4..]).Fixed(4) != Checksum(body))
        {
            throw SnapshotReader.Broken();
        }

        var reader = new SnapshotReader(body[1..]);
        var state = new ConversationState
        {
            ConversationId = reader.Text(),
            MessageCount = reader.Count(),
            Initiator = reader.SignedInt(),
            FirstTime = reader.Time(0),
        };
        long origin = state.FirstTime ?? 0;
        state.LastTime = reader.Time(origin);
        SnapshotParts.ReadParticipants(ref reader, state);
        SnapshotParts.ReadPairs(ref reader, state, origin);
        SnapshotParts.ReadHistory(ref reader, state, origin);
        SnapshotParts.ReadSeen(ref reader, state);
        SnapshotParts.ReadNotes(ref reader, state);
        if (!reader.AtEnd)
        {
            SnapshotFeatures.Read(ref reader, state, origin);
        }

        return reader.AtEnd ? state : throw SnapshotReader.Broken();
    }

    /// <summary>CRC-32C (Castagnoli; RFC 3720, section 12.1).</summary>
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte b in bytes)
        {
            sum = BitOperations.Crc32C(sum, b);
        }

        return ~sum;
    }
}
