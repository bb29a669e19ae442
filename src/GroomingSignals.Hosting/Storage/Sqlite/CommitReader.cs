using System.Buffers.Binary;
using GroomingSignals.Assessment;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Reads what <see cref="CommitWriter"/> wrote, field by field.</summary>
internal ref struct CommitReader(ReadOnlySpan<byte> changes)
{
    private ReadOnlySpan<byte> _left = changes;

    public readonly bool AtEnd => _left.IsEmpty;

    /// <summary>The conversation and its state, with which each change begins.</summary>
    public StateRow State() => new()
    {
        Tenant = Bytes(),
        Conversation = Bytes(),
        Version = Number(),
        Updated = Number(),
        Alerted = Number(),
        Sequence = Optional(),
        Late = Number(),
        Snapshot = Bytes(),
    };

    public long Number()
    {
        long value = BinaryPrimitives.ReadInt64LittleEndian(_left);
        _left = _left[sizeof(long)..];
        return value;
    }

    public double Real() => BitConverter.Int64BitsToDouble(Number());

    public ReadOnlySpan<byte> Bytes() => Bytes(out _);

    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> Text(out bool isNull) => Bytes(out isNull);

    private long? Optional()
    {
        bool isThere = Number() != 0;
        long value = Number();
        return isThere ? value : null;
    }

    private ReadOnlySpan<byte> Bytes(out bool isNull)
    {
        long length = Number();
        isNull = length < 0;
        if (isNull)
        {
            return default;
        }

        var value = _left[..checked((int)length)];
        _left = _left[value.Length..];
        return value;
    }

    /// <summary>A row of the table of conversations. Ids are UTF-8.</summary>
    public ref struct StateRow
    {
        public required ReadOnlySpan<byte> Tenant { get; init; }

        public required ReadOnlySpan<byte> Conversation { get; init; }

        public required long Version { get; init; }

        public required long Updated { get; init; }

        public required long Alerted { get; init; }

        public required long? Sequence { get; init; }

        public required long Late { get; init; }

        public required ReadOnlySpan<byte> Snapshot { get; init; }

        /// <summary>As a reader of the store gets it.</summary>
        public readonly StoredConversation ToStored() => new()
        {
            Version = Version,
            Snapshot = Snapshot.ToArray(),
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(Updated),
            AlertedSeverity = (Severity)Alerted,
            LastSequence = Sequence,
            LateMessages = (int)Late,
        };
    }
}
