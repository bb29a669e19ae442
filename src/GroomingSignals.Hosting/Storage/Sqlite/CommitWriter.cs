using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Writes changes one after the other, for <see cref="CommitReader"/> to read.</summary>
internal sealed class CommitWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(16384);

    public int Length => _bytes.WrittenCount;

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Append(ReadOnlySpan<byte> changes) => _bytes.Write(changes);

    public void Write(ConversationChange change)
    {
        var next = change.Next;
        Text(change.Key.Tenant);
        Text(change.Key.Conversation);
        Number(change.ExpectedVersion + 1);
        Number(next.UpdatedAt.ToUnixTimeMilliseconds());
        Number((long)next.AlertedSeverity);
        Number(next.LastSequence is null ? 0 : 1);
        Number(next.LastSequence ?? 0);
        Number(next.LateMessages);
        Bytes(next.Snapshot.Span);
        Number(change.Alerts.Count);
        foreach (var alert in change.Alerts)
        {
            Number((long)alert.Severity);
            Number(alert.Sequence);
            Number(BitConverter.DoubleToInt64Bits(alert.Risk));
            Text(alert.From);
            Text(alert.Towards);
            Text(SqliteWriteStatements.Join(alert.Tactics));
            Number(alert.RaisedAt.ToUnixTimeMilliseconds());
        }

        Number(change.Participants.Count);
        foreach (var record in change.Participants)
        {
            Text(record.Participant);
            Bytes(record.Data.Span);
        }
    }

    private void Number(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    private void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        _bytes.Write(value);
    }

    private void Text(string? value)
    {
        if (value is null)
        {
            Number(-1);
            return;
        }

        int length = Encoding.UTF8.GetByteCount(value);
        Number(length);
        _bytes.Advance(Encoding.UTF8.GetBytes(value, _bytes.GetSpan(length)));
    }
}
