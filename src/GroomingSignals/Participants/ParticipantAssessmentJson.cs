using System.Buffers;
using System.Text;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Participants;

/// <summary>
/// An assessment of a participant as JSON, as <c>participant-assessment.schema.json</c> describes it: every key always, empty arrays written, numbers
/// unrounded. Lone surrogates in ids become U+FFFD.
/// </summary>
public static class ParticipantAssessmentJson
{
    private static readonly string[] KindNames = ["reached", "repeated-rule", "pattern", "contacts", "first-contacts"];

    /// <summary>The name of a kind of evidence in results.</summary>
    /// <param name="kind">A kind.</param>
    public static string Name(ParticipantEvidenceKind kind) => KindNames[(int)kind];

    /// <summary>Writes an assessment as one JSON object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="assessment">The assessment.</param>
    public static void Write(Utf8JsonWriter writer, ParticipantAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(assessment);
        writer.WriteStartObject();
        AssessmentJson.Text(writer, "participantId", assessment.ParticipantId);
        writer.WriteNumber("risk", assessment.Risk);
        writer.WriteString("severity", AssessmentJson.Name(assessment.Severity));
        writer.WriteStartObject("severityReason");
        writer.WriteString("decidedBy", AssessmentJson.Name(assessment.SeverityReason.DecidedBy));
        writer.WriteNumber("value", assessment.SeverityReason.Value);
        writer.WriteNumber("threshold", assessment.SeverityReason.Threshold);
        writer.WriteEndObject();
        AssessmentJson.Text(writer, "recommendation", assessment.Recommendation);
        writer.WriteNumber("rawScore", assessment.RawScore);
        writer.WriteNumber("baseline", assessment.Baseline);
        WriteCount(writer, "contacts", assessment.Contacts);
        WriteCount(writer, "reached", assessment.Reached);
        WriteCount(writer, "firstContacts", assessment.FirstContacts);
        writer.WriteNumber("firstContactWindowSeconds", (long)assessment.FirstContactWindow.TotalSeconds);
        AssessmentJson.WriteArray(writer, "evidence", assessment.Evidence, WriteEvidence);
        AssessmentJson.WriteArray(writer, "contributions", assessment.Contributions, AssessmentJson.WriteContribution);
        AssessmentJson.WriteArray(writer, "assumptions", assessment.Assumptions, AssessmentJson.WriteAssumption);
        AssessmentJson.WriteVersions(writer, assessment.Versions);
        writer.WriteEndObject();
    }

    /// <summary>Gives an assessment as JSON, pure ASCII, on one line unless indented.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="indented">True for lines and indents.</param>
    public static string ToJson(this ParticipantAssessment assessment, bool indented = false)
    {
        ArrayBufferWriter<byte> buffer = new(2048);
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Indented = indented, NewLine = "\n" }))
        {
            Write(writer, assessment);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteEvidence(Utf8JsonWriter writer, ParticipantEvidence item)
    {
        writer.WriteString("kind", Name(item.Kind));
        AssessmentJson.WriteStrings(writer, "rules", item.Rules);
        AssessmentJson.WriteStrings(writer, "tactics", [.. item.Tactics.Select(Taxonomy.Id)]);
        WriteCount(writer, "count", item.Count);
        writer.WriteNumber("contribution", item.Contribution);
        AssessmentJson.Text(writer, "explanation", item.Explanation);
    }

    private static void WriteCount(Utf8JsonWriter writer, string name, ApproximateCount count)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("value", count.Value);
        writer.WriteNumber("relativeError", count.RelativeError);
        writer.WriteEndObject();
    }
}
