namespace GroomingSignals.Data.Tests.Reading;

/// <summary>A stream that gives at most so many bytes a read and cannot seek, as a slow pipe does.</summary>
internal sealed class TrickleStream(byte[] content, int perRead) : MemoryStream(content)
{
    public override bool CanSeek => false;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(perRead, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(perRead, count));
}
