using System.Buffers;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Hosting;

namespace ModerationService.Endpoints;

/// <summary>Writes what became of messages. It allocates nothing once a thread has its buffer.</summary>
internal static class AppendWriter
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private static readonly JsonEncodedText[] Outcomes = [.. Enum.GetValues<MessageOutcome>().Select(o => JsonEncodedText.Encode(Name(o)))];
    private static readonly JsonEncodedText[] Severities = [.. Enum.GetValues<Severity>().Select(s => JsonEncodedText.Encode(AssessmentJson.Name(s)))];
    private static readonly JsonEncodedText Messages = JsonEncodedText.Encode("messages");
    private static readonly JsonEncodedText Severity = JsonEncodedText.Encode("severity");
    private static readonly JsonEncodedText Risk = JsonEncodedText.Encode("risk");
    private static readonly JsonEncodedText CurrentRisk = JsonEncodedText.Encode("currentRisk");
    private static readonly JsonEncodedText AlertRaised = JsonEncodedText.Encode("alertRaised");
    private static readonly JsonEncodedText MessageCount = JsonEncodedText.Encode("messageCount");

    /// <summary>The name of an outcome in answers.</summary>
    public static string Name(MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.Applied => "applied",
        MessageOutcome.AppliedLate => "applied-late",
        MessageOutcome.Duplicate => "duplicate",
        _ => "id-conflict",
    };

    public static void Write(HttpResponse response, in AppendReport report)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(512);
        buffer.ResetWrittenCount();
        var writer = _writer ??= new Utf8JsonWriter(buffer);
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WriteStartArray(Messages);
        foreach (var outcome in report.Messages)
        {
            writer.WriteStringValue(Outcomes[(int)outcome]);
        }

        writer.WriteEndArray();
        writer.WriteString(Severity, Severities[(int)report.Severity]);
        writer.WriteNumber(Risk, report.Risk);
        writer.WriteNumber(CurrentRisk, report.CurrentRisk);
        writer.WriteBoolean(AlertRaised, report.AlertRaised);
        writer.WriteNumber(MessageCount, report.MessageCount);
        writer.WriteEndObject();
        writer.Flush();
        response.ContentType = "application/json";
        response.ContentLength = buffer.WrittenCount;
        buffer.WrittenSpan.CopyTo(response.BodyWriter.GetSpan(buffer.WrittenCount));
        response.BodyWriter.Advance(buffer.WrittenCount);
    }
}
