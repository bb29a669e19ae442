using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Output;

/// <summary>An assessment as JSON, with what was asked for beside it.</summary>
internal static class AssessedJson
{
    public static void Write(Utf8JsonWriter writer, RiskAssessment assessment, Explained explained)
    {
        if (explained.Classifier)
        {
            AssessmentJson.Write(writer, assessment, explained.Texts, explained.Features);
        }
        else
        {
            AssessmentJson.Write(writer, assessment);
        }
    }
}
