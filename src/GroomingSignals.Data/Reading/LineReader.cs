namespace GroomingSignals.Data.Reading;

/// <summary>Cuts a stream into lines at LF; a CR before it belongs to the line end. Keeps one chunk and the line in hand.</summary>
internal sealed class LineReader(Stream stream, int maxLineBytes)
{
    private const int ChunkBytes = 64 * 1024;

    private readonly byte[] _chunk = new byte[ChunkBytes];
    private byte[]? _line;
    private int _lineLength;
    private bool _tooLong;
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The line that is being read, from 1: where an error of the stream belongs.</summary>
    public long LineNumber { get; private set; } = 1;

    /// <summary>Reads the next line, blank ones included.</summary>
    public bool TryRead(out RawLine line)
    {
        while (true)
        {
            Span<byte> rest = _chunk.AsSpan(_start, _end - _start);
            int newline = rest.IndexOf((byte)'\n');
            if (newline >= 0)
            {
                Append(rest[..newline]);
                _start += newline + 1;
                line = Take();
                return true;
            }

            Append(rest);
            _start = _end = 0;
            if (!_ended)
            {
                _end = stream.Read(_chunk, 0, _chunk.Length);
                _ended = _end == 0;
                continue;
            }

            bool unterminated = _lineLength > 0 || _tooLong;
            line = unterminated ? Take() : default;
            return unterminated;
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        // One byte more than the limit is kept, since it may be the CR of the line end.
        if (_tooLong || bytes.Length > (long)maxLineBytes + 1 - _lineLength)
        {
            _tooLong = true;
            Drop();
            return;
        }

        int needed = _lineLength + bytes.Length;
        if (_line is null)
        {
            _line = LineBuffers.Rent(Math.Max(needed, 256));
        }
        else if (_line.Length < needed)
        {
            byte[] larger = LineBuffers.Rent((int)Math.Min(Math.Max(needed, 2L * _line.Length), (long)maxLineBytes + 1));
            _line.AsSpan(0, _lineLength).CopyTo(larger);
            LineBuffers.Return(_line);
            _line = larger;
        }

        bytes.CopyTo(_line.AsSpan(_lineLength));
        _lineLength = needed;
    }

    private RawLine Take()
    {
        if (_lineLength > 0 && _line![_lineLength - 1] == '\r')
        {
            _lineLength--;
        }

        if (_lineLength > maxLineBytes)
        {
            _tooLong = true;
            Drop();
        }

        RawLine line = new(LineNumber, _tooLong ? null : _line ?? [], _lineLength);
        LineNumber++;
        _line = null;
        _lineLength = 0;
        _tooLong = false;
        return line;
    }

    private void Drop()
    {
        if (_line is not null)
        {
            LineBuffers.Return(_line);
            _line = null;
        }

        _lineLength = 0;
    }
}
