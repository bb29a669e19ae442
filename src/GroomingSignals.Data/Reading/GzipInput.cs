using System.IO.Compression;

namespace GroomingSignals.Data.Reading;

/// <summary>
/// Gzip that notices when it was cut short: <see cref="GZipStream"/> takes the end of a truncated file for the end of the data.
/// A small member with a known content is appended to the input; unless it comes out whole at the end, the data before it was not whole.
/// </summary>
internal sealed class GzipInput(Stream compressed) : ForwardStream
{
    private static readonly byte[] Seal = "GroomingSignals\n"u8.ToArray();
    private static readonly byte[] SealMember = Compress(Seal);

    private readonly GZipStream _gzip = new(new SealedStream(compressed), CompressionMode.Decompress);
    private readonly byte[] _buffer = new byte[(1 << 16) + 16];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _sealed;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0)
        {
            return 0;
        }

        // As many bytes as the seal has are held back, since they may be the seal.
        while (!_ended && _end - _start <= Seal.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            int count = _gzip.Read(_buffer.AsSpan(_end));
            _end += count;
            _ended = count == 0;
            _sealed = _ended && _buffer.AsSpan(_start, _end - _start).SequenceEqual(Seal);
        }

        // At the end the seal itself is never given; what stands in its place is data, and the damage comes after it.
        int held = _ended && !_sealed ? 0 : Seal.Length;
        int given = Math.Min(buffer.Length, _end - _start - held);
        if (given == 0 && !_sealed)
        {
            throw new InvalidDataException("The gzip data is damaged or cut short.");
        }

        _buffer.AsSpan(_start, given).CopyTo(buffer);
        _start += given;
        return given;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Compress(byte[] content)
    {
        using MemoryStream target = new();
        using (GZipStream gzip = new(target, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }

    /// <summary>The compressed bytes, and the member with the seal after them.</summary>
    private sealed class SealedStream(Stream inner) : ForwardStream
    {
        private readonly MemoryStream _seal = new(SealMember, writable: false);
        private bool _innerEnded;

        public override int Read(Span<byte> buffer)
        {
            int count = _innerEnded ? 0 : inner.Read(buffer);
            _innerEnded = count == 0;
            return _innerEnded ? _seal.Read(buffer) : count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                _seal.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
