namespace GroomingSignals.Data.Reading;

/// <summary>A forward-only stream whose first bytes can be looked at before they are read: pipes cannot seek.</summary>
internal sealed class PeekStream(Stream inner) : ForwardStream
{
    private byte[] _head = [];
    private int _position;
    private InvalidDataException? _damage;

    /// <summary>What <see cref="Peek"/> found.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <summary>
    /// The first bytes: as many as asked for, or fewer when the stream is shorter. Call once, before reading.
    /// Data that is found damaged meanwhile is reported by <see cref="Read"/>, after what stands before it.
    /// </summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        byte[] head = new byte[count];
        int length = 0;
        try
        {
            int read;
            while (length < count && (read = inner.Read(head.AsSpan(length))) > 0)
            {
                length += read;
            }
        }
        catch (InvalidDataException exception)
        {
            _damage = exception;
        }

        _head = head[..length];
        return _head;
    }

    /// <summary>Passes over the first bytes that were looked at.</summary>
    public void Discard(int count) => _position += count;

    public override int Read(Span<byte> buffer)
    {
        if (_position < _head.Length)
        {
            int count = Math.Min(buffer.Length, _head.Length - _position);
            _head.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        return _damage is null ? inner.Read(buffer) : throw new InvalidDataException(_damage.Message, _damage);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
