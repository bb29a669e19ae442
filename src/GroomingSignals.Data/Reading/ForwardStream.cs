namespace GroomingSignals.Data.Reading;

/// <summary>A stream that is only read, and only forward, as a pipe is.</summary>
internal abstract class ForwardStream : Stream
{
    private const string Refusal = "The stream is read forward only.";

    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException(Refusal);

    public sealed override long Position
    {
        get => throw new NotSupportedException(Refusal);
        set => throw new NotSupportedException(Refusal);
    }

    public abstract override int Read(Span<byte> buffer);

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override void Flush()
    {
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException(Refusal);

    public sealed override void SetLength(long value) => throw new NotSupportedException(Refusal);

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException(Refusal);
}
