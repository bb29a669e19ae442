namespace GroomingSignals.Cli.Tests.EndToEnd;

/// <summary>A pipe whose reader has left.</summary>
internal sealed class BrokenPipe : MemoryStream
{
    private const int Epipe = 32;

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe", Epipe);

    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", Epipe);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        throw new IOException("Broken pipe", Epipe);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new IOException("Broken pipe", Epipe);
}
