using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Output;

/// <summary>One JSON array of assessments, indented.</summary>
internal sealed class JsonArraySink : AssessmentSink
{
    private const int FlushAt = 1 << 16;
    private readonly Stream _stream;
    private readonly Utf8JsonWriter _writer;

    public JsonArraySink(Stream stream)
    {
        _stream = stream;
        _writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        _writer.WriteStartArray();
    }

    public override void Write(RiskAssessment assessment, Explained explained)
    {
        AssessedJson.Write(_writer, assessment, explained);
        if (_writer.BytesPending >= FlushAt)
        {
            _writer.Flush();
        }
    }

    public override void Complete(RunSummary summary, VersionSet versions)
    {
        _writer.WriteEndArray();
        _writer.Flush();
        _stream.Write("\n"u8);
        _stream.Flush();
    }

    public override void Dispose()
    {
        _writer.Reset(Stream.Null);
        _writer.Dispose();
    }
}
