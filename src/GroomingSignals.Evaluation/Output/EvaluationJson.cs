using System.Buffers;
using System.Text;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Output;

/// <summary>
/// An evaluation as JSON, as <c>evaluation.schema.json</c> describes it: every key always, null for what is undefined, numbers unrounded.
/// The scores of single conversations are not in it: <see cref="ScoresCsv"/> writes them.
/// </summary>
public static class EvaluationJson
{
    /// <summary>Writes an evaluation as one JSON object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">The evaluation.</param>
    public static void Write(Utf8JsonWriter writer, EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        writer.WriteStartObject();
        writer.Text("name", result.Name);
        writer.WriteString("mode", result.IsCrossValidation ? "cross-validation" : "finished-scorer");
        writer.Object("options", result.Options, WriteOptions);
        writer.Object("versions", result.Versions, WriteVersions);
        writer.Text("engine", result.Engine);
        writer.Object("data", result.Check, DataCheckJson.Write);
        writer.Object("split", result.Split, DataCheckJson.Write);
        writer.Objects("warnings", result.Warnings, DataCheckJson.WriteWarning);
        writer.Object("headline", result.Headline, FiguresJson.Write);
        writer.Objects("others", result.Others, FiguresJson.Write);
        writer.Objects("severities", result.Severities, FiguresJson.WriteSeverity);
        writer.Objects("operatingPoints", result.OperatingPoints, FiguresJson.WritePoint);
        writer.Objects("curve", result.Curve, WriteCurvePoint);
        writer.Objects("reliability", result.Reliability, static (to, bin) =>
        {
            to.WriteNumber("count", bin.Count);
            to.WriteNumber("predicted", bin.Predicted);
            to.WriteNumber("observed", bin.Observed);
        });
        writer.Objects("histogram", result.Histogram, static (to, bin) =>
        {
            to.WriteNumber("from", bin.From);
            to.WriteNumber("to", bin.To);
            to.WriteNumber("positives", bin.Positives);
            to.WriteNumber("negatives", bin.Negatives);
        });
        writer.Objects("latency", result.Latency, static (to, point) =>
        {
            to.WriteNumber("messages", point.Messages);
            to.Number("positives", point.Positives);
            to.Number("negatives", point.Negatives);
        });
        writer.Objects("fairness", result.Fairness, FiguresJson.WriteFairness);
        writer.Text("assessor", result.Assessor);
        writer.Objects("tactics", result.Tactics, WriteTactic);
        writer.Objects("rules", result.Rules, static (to, rule) =>
        {
            to.Text("rule", rule.Rule);
            to.WriteString("tactic", rule.Tactic);
            to.WriteNumber("positives", rule.Positives);
            to.WriteNumber("negatives", rule.Negatives);
        });
        writer.Objects("falseAlerts", result.FalseAlerts, FiguresJson.WriteError);
        writer.Objects("missedCases", result.MissedCases, FiguresJson.WriteError);
        writer.WriteEndObject();
    }

    /// <summary>Gives an evaluation as JSON, pure ASCII.</summary>
    /// <param name="result">The evaluation.</param>
    /// <param name="indented">False for a single line.</param>
    public static string ToJson(this EvaluationResult result, bool indented = true)
    {
        ArrayBufferWriter<byte> buffer = new(1 << 16);
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Indented = indented, NewLine = "\n" }))
        {
            Write(writer, result);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteOptions(Utf8JsonWriter writer, EvaluationOptions options)
    {
        writer.WriteNumber("folds", options.Folds);
        writer.WriteNumber("seed", options.Seed);
        writer.WriteString("participants", options.Split.Participants == ParticipantScope.Global ? "global" : "local");
        writer.WriteBoolean("keepNearDuplicatesTogether", options.Split.KeepNearDuplicatesTogether);
        writer.WriteNumber("nearDuplicateSimilarity", options.Split.NearDuplicateSimilarity);
        writer.WriteNumber("prevalence", options.Prevalence);
        writer.WriteNumber("resamples", options.Resamples);
        writer.WriteNumber("latencyHalf", options.LatencyHalf);
        writer.Text("command", options.Command);
    }

    private static void WriteCurvePoint(Utf8JsonWriter writer, CurvePoint point)
    {
        writer.Number("threshold", point.Threshold);
        writer.WriteNumber("truePositives", point.TruePositives);
        writer.WriteNumber("falsePositives", point.FalsePositives);
    }

    private static void WriteTactic(Utf8JsonWriter writer, TacticFigure tactic)
    {
        writer.WriteString("tactic", tactic.Tactic);
        writer.WriteNumber("positives", tactic.Positives);
        writer.WriteNumber("negatives", tactic.Negatives);
        writer.Whole("labelled", tactic.Labelled);
        writer.Whole("labelledAndFound", tactic.LabelledAndFound);
    }

    private static void WriteVersions(Utf8JsonWriter writer, VersionSet versions)
    {
        writer.Text("engine", versions.Engine);
        writer.Text("taxonomy", versions.Taxonomy);
        writer.Objects("packs", versions.Packs, WriteVersion);
        writer.Object("policy", versions.Policy, WriteVersion);
        writer.Object("model", versions.Model, WriteVersion);
    }

    private static void WriteVersion(Utf8JsonWriter writer, PackVersion version)
    {
        writer.Text("id", version.Id);
        writer.Text("version", version.Version);
        writer.Text("hash", version.Hash);
    }
}
