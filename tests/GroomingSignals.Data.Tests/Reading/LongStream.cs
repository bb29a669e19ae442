namespace GroomingSignals.Data.Tests.Reading;

/// <summary>One block of bytes again and again, as a file that is never held in memory.</summary>
internal sealed class LongStream(byte[] block, long blocks) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => block.Length * blocks;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= Length)
        {
            return 0;
        }

        int start = (int)(_position % block.Length);
        int given = Math.Min(count, block.Length - start);
        block.AsSpan(start, given).CopyTo(buffer.AsSpan(offset));
        _position += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
