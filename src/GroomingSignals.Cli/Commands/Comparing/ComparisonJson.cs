using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Figures;

namespace GroomingSignals.Cli.Commands.Comparing;

/// <summary>Writes a comparison as JSON; <c>data-schemas/rules-diff.schema.json</c> says what stands there.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter writer, PackComparison comparison)
    {
        writer.WriteStartObject();
        writer.WriteNumber("conversations", comparison.Conversations);
        writer.WriteNumber("raised", comparison.Raised);
        writer.WriteNumber("lowered", comparison.Lowered);
        Write(writer, comparison.Moves);
        writer.WriteNumber("errors", comparison.Errors);
        writer.WriteStartArray("thresholds");
        foreach (ThresholdChange change in comparison.Thresholds)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", change.Gate.IsTactic ? "tactic" : "track");
            writer.WriteString("name", change.Gate.Name);
            writer.WriteString("scale", change.Gate.Scale);
            writer.WriteString("severity", AssessmentJson.Name(change.Severity));
            Number(writer, "old", change.Old);
            Number(writer, "new", change.New);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("queues");
        foreach (QueueChange queue in comparison.Queues)
        {
            Write(writer, queue, comparison.Conversations);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("lines");
        foreach ((string name, int raised, int lowered) in comparison.ByLine)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteNumber("raised", raised);
            writer.WriteNumber("lowered", lowered);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("changes");
        foreach (SeverityChange change in comparison.Changes)
        {
            Write(writer, change);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ScoreMoves moves)
    {
        writer.WriteStartObject("moved");
        writer.WriteNumber("higher", moves.Higher);
        writer.WriteNumber("lower", moves.Lower);
        writer.WritePropertyName("furthest");
        if (moves.Furthest is { } furthest)
        {
            writer.WriteStartObject();
            Place(writer, furthest.ConversationId, furthest.File, furthest.Line);
            Write(writer, "old", furthest.Old);
            Write(writer, "new", furthest.New);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter writer, string? conversation, string file, long line)
    {
        writer.WriteString("conversationId", conversation);
        writer.WriteString("file", file);
        writer.WriteNumber("line", line);
    }

    private static void Write(Utf8JsonWriter writer, SeverityChange change)
    {
        writer.WriteStartObject();
        Place(writer, change.ConversationId, change.File, change.Line);
        Write(writer, "old", change.Old);
        Write(writer, "new", change.New);
        writer.WriteStartArray("lines");
        foreach (LedgerChange line in change.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("name", line.Name);
            writer.WriteNumber("old", line.Old);
            writer.WriteNumber("new", line.New);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, RiskAssessment assessment)
    {
        writer.WriteStartObject(name);
        writer.WriteString("severity", AssessmentJson.Name(assessment.Severity));
        writer.WriteNumber("risk", assessment.Risk);
        writer.WriteNumber("rawScore", assessment.RawScore);
        writer.WriteString("from", assessment.From);
        writer.WriteString("towards", assessment.Towards);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, QueueChange queue, long conversations)
    {
        Ranged share = queue.Share(conversations);
        writer.WriteStartObject();
        writer.WriteString("queue", AssessmentJson.Name(queue.Severity));
        writer.WriteNumber("before", queue.Before);
        writer.WriteNumber("after", queue.After);
        writer.WriteStartObject("changeOfShare");
        Number(writer, "value", share.Value);
        Number(writer, "lower", share.Interval?.Lower);
        Number(writer, "upper", share.Interval?.Upper);
        writer.WriteEndObject();
        Ids(writer, "entered", queue.Entered);
        Ids(writer, "left", queue.Left);
        writer.WriteStartArray("rules");
        foreach ((string rule, int entered, int left) in queue.ByRule)
        {
            Counts(writer, "rule", rule, entered, left);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("decisions");
        foreach ((SeverityDecision decision, int entered, int left) in queue.ByDecision)
        {
            Counts(writer, "decidedBy", AssessmentJson.Name(decision), entered, left);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter writer, string key, string name, int entered, int left)
    {
        writer.WriteStartObject();
        writer.WriteString(key, name);
        writer.WriteNumber("entered", entered);
        writer.WriteNumber("left", left);
        writer.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter writer, string name, List<string> ids)
    {
        writer.WriteStartArray(name);
        foreach (string id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
