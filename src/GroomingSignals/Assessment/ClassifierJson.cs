using System.Collections.Immutable;
using System.Text.Json;

namespace GroomingSignals.Assessment;

/// <summary>What moved a classifier, as JSON: places and numbers, no text.</summary>
internal static class ClassifierJson
{
    /// <summary>Writes the key <c>classifier</c>.</summary>
    public static void Write(Utf8JsonWriter writer, ImmutableArray<MessageTextScore> texts, ClassifierExplanation? features)
    {
        writer.WriteStartObject("classifier");
        AssessmentJson.WriteArray(writer, "texts", texts, WriteText);
        if (features is null)
        {
            writer.WriteNull("features");
        }
        else
        {
            WriteFeatures(writer, features);
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, MessageTextScore text)
    {
        AssessmentJson.Text(writer, "messageId", text.MessageId);
        AssessmentJson.Text(writer, "sender", text.Sender);
        writer.WriteNumber("score", text.Score);
        AssessmentJson.WriteArray(writer, "grams", text.Grams, static (to, gram) =>
        {
            to.WriteNumber("start", gram.Span.Start);
            to.WriteNumber("end", gram.Span.End);
            to.WriteNumber("weight", gram.Weight);
        });
        writer.WriteNumber("otherGrams", text.OtherGrams);
    }

    private static void WriteFeatures(Utf8JsonWriter writer, ClassifierExplanation explanation)
    {
        writer.WriteStartObject("features");
        writer.WriteNumber("expected", explanation.Expected);
        writer.WriteNumber("score", explanation.Score);
        writer.WriteNumber("weight", explanation.Weight);
        AssessmentJson.WriteArray(writer, "shares", explanation.Features, static (to, feature) =>
        {
            to.WriteString("name", feature.Name);
            to.WriteNumber("input", feature.Input);
            to.WriteNumber("value", feature.Value);
        });
        writer.WriteEndObject();
    }
}
