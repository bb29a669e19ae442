using System.Buffers;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Output;

/// <summary>One assessment a line, every key of the result contract on each.</summary>
internal sealed class NdjsonSink(Stream stream) : AssessmentSink
{
    private const int FlushAt = 1 << 16;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);
    private readonly Utf8JsonWriter _writer = new(Stream.Null);

    public override void Write(RiskAssessment assessment, Explained explained)
    {
        _writer.Reset(_buffer);
        AssessedJson.Write(_writer, assessment, explained);
        _writer.Flush();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushAt)
        {
            Flush();
        }
    }

    public override void Complete(RunSummary summary, VersionSet versions) => Flush();

    public override void Dispose() => _writer.Dispose();

    private void Flush()
    {
        stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
        stream.Flush();
    }
}
