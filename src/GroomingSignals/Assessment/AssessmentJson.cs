using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GroomingSignals.Conversations;

namespace GroomingSignals.Assessment;

/// <summary>
/// An assessment as JSON, as <c>assessment.schema.json</c> describes it: every key always, nulls and empty arrays written, numbers unrounded.
/// Lone surrogates in ids become U+FFFD, so that every parser can read the result.
/// </summary>
public static class AssessmentJson
{
    private static readonly string[] SeverityNames = ["none", "low", "review", "urgent"];
    private static readonly string[] DecisionNames = ["below-thresholds", "overall", "tactic", "fast-path", "minimum-evidence", "track", "rules"];
    private static readonly string[] ViewNames = ["folded", "skeleton", "runs", "joined", "leet"];
    private static readonly string[] RoleNames = ["enacting", "quoting", "warning", "educating", "refusing", "disclosing"];

    /// <summary>The name of a severity in files and results.</summary>
    /// <param name="severity">A severity.</param>
    public static string Name(Severity severity) => SeverityNames[(int)severity];

    /// <summary>The name of a decision in results.</summary>
    /// <param name="decision">A decision.</param>
    public static string Name(SeverityDecision decision) => DecisionNames[(int)decision];

    /// <summary>The name of a text view in results.</summary>
    /// <param name="view">A view.</param>
    public static string Name(TextView view) => ViewNames[(int)view];

    /// <summary>The name of a discourse role in packs and results.</summary>
    /// <param name="role">A role.</param>
    public static string Name(DiscourseRole role) => RoleNames[(int)role];

    /// <summary>Writes an assessment as one JSON object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="assessment">The assessment.</param>
    public static void Write(Utf8JsonWriter writer, RiskAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(assessment);
        writer.WriteStartObject();
        WriteMembers(writer, assessment);
        writer.WriteEndObject();
    }

    /// <summary>Writes an assessment as one JSON object that also has the key <c>classifier</c>: what moved the classifier, as places and numbers.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="texts">What <see cref="RiskAnalyzer.ExplainText"/> gave; empty for none.</param>
    /// <param name="features">What <see cref="RiskAnalyzer.ExplainFeatures"/> gave; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> or <paramref name="assessment"/> is null.</exception>
    public static void Write(Utf8JsonWriter writer, RiskAssessment assessment, ImmutableArray<MessageTextScore> texts, ClassifierExplanation? features)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(assessment);
        writer.WriteStartObject();
        WriteMembers(writer, assessment);
        ClassifierJson.Write(writer, texts, features);
        writer.WriteEndObject();
    }

    /// <summary>Gives an assessment as JSON, pure ASCII, on one line unless indented.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="indented">True for lines and indents.</param>
    public static string ToJson(this RiskAssessment assessment, bool indented = false)
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Indented = indented, NewLine = "\n" }))
        {
            Write(writer, assessment);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteMembers(Utf8JsonWriter writer, RiskAssessment assessment)
    {
        Text(writer, "conversationId", assessment.ConversationId);
        writer.WriteNumber("risk", assessment.Risk);
        writer.WriteString("severity", Name(assessment.Severity));
        WriteReason(writer, assessment.SeverityReason);
        Text(writer, "recommendation", assessment.Recommendation);
        WriteOptional(writer, "probability", assessment.Probability);
        writer.WriteNumber("rawScore", assessment.RawScore);
        writer.WriteNumber("baseline", assessment.Baseline);
        writer.WriteStartObject("current");
        writer.WriteNumber("risk", assessment.Current.Risk);
        writer.WriteString("severity", Name(assessment.Current.Severity));
        writer.WriteNumber("rawScore", assessment.Current.RawScore);
        writer.WriteEndObject();
        Text(writer, "from", assessment.From);
        Text(writer, "towards", assessment.Towards);
        WriteArray(writer, "participants", assessment.Participants, WriteParticipant);
        WriteArray(writer, "tactics", assessment.Tactics, WriteTactic);
        WriteArray(writer, "evidence", assessment.Evidence, WriteEvidence);
        WriteArray(writer, "contributions", assessment.Contributions, WriteContribution);
        WriteCounterfactual(writer, assessment.Counterfactual);
        WriteArray(writer, "advice", assessment.Advice, WriteAdvice);
        WriteArray(writer, "assumptions", assessment.Assumptions, WriteAssumption);
        WriteVersions(writer, assessment.Versions);
    }

    private static void WriteReason(Utf8JsonWriter writer, SeverityReason reason)
    {
        writer.WriteStartObject("severityReason");
        writer.WriteString("decidedBy", Name(reason.DecidedBy));
        writer.WriteString("tactic", reason.Tactic is { } tactic ? Taxonomy.Id(tactic) : null);
        writer.WriteNumber("value", reason.Value);
        writer.WriteNumber("threshold", reason.Threshold);
        writer.WriteEndObject();
    }

    private static void WriteParticipant(Utf8JsonWriter writer, ParticipantSummary participant)
    {
        Text(writer, "id", participant.Id);
        writer.WriteStartObject("age");
        writer.WriteString("band", AgeBands.Name(participant.Age));
        writer.WriteString("provenance", AgeBands.Name(participant.Provenance));
        writer.WriteEndObject();
        writer.WriteString("inferredAge", participant.InferredAge is { } inferred ? AgeBands.Name(inferred) : null);
        Text(writer, "role", participant.Role);
        writer.WriteNumber("messages", participant.Messages);
        writer.WriteBoolean("assumed", participant.Assumed);
    }

    private static void WriteTactic(Utf8JsonWriter writer, TacticFinding finding)
    {
        writer.WriteString("tactic", Taxonomy.Id(finding.Tactic));
        WriteStrings(writer, "subtypes", finding.Subtypes);
        Text(writer, "from", finding.From);
        Text(writer, "towards", finding.Towards);
        writer.WriteNumber("count", finding.Count);
        writer.WriteNumber("score", finding.Score);
        writer.WriteNumber("risk", finding.Risk);
        Text(writer, "firstMessageId", finding.FirstMessageId);
    }

    private static void WriteEvidence(Utf8JsonWriter writer, EvidenceItem item)
    {
        Text(writer, "ruleId", item.RuleId);
        writer.WriteString("tactic", Taxonomy.Id(item.Tactic));
        Text(writer, "subtype", item.Subtype);
        Text(writer, "from", item.From);
        Text(writer, "towards", item.Towards);
        WriteArray(writer, "anchors", item.Anchors, WriteAnchor);
        writer.WriteString("view", Name(item.View));
        writer.WriteString("role", Name(item.Role));
        writer.WriteNumber("contribution", item.Contribution);
        writer.WriteNumber("earlier", item.Earlier);
        writer.WriteBoolean("shadow", item.Shadow);
        Text(writer, "explanation", item.Explanation);
    }

    private static void WriteAnchor(Utf8JsonWriter writer, EvidenceAnchor anchor)
    {
        Text(writer, "messageId", anchor.MessageId);
        WriteArray(writer, "spans", anchor.Spans, static (to, span) =>
        {
            to.WriteNumber("start", span.Start);
            to.WriteNumber("end", span.End);
        });
    }

    internal static void WriteContribution(Utf8JsonWriter writer, Contribution contribution)
    {
        Text(writer, "name", contribution.Name);
        writer.WriteNumber("value", contribution.Value);
    }

    private static void WriteCounterfactual(Utf8JsonWriter writer, Counterfactual? counterfactual)
    {
        if (counterfactual is null)
        {
            writer.WriteNull("counterfactual");
            return;
        }

        writer.WriteStartObject("counterfactual");
        WriteStrings(writer, "rules", counterfactual.Rules);
        writer.WriteString("severity", Name(counterfactual.Severity));
        writer.WriteNumber("rawScore", counterfactual.RawScore);
        writer.WriteBoolean("minimal", counterfactual.Minimal);
        writer.WriteEndObject();
    }

    private static void WriteAdvice(Utf8JsonWriter writer, AdviceItem advice)
    {
        writer.WriteString("tactic", Taxonomy.Id(advice.Tactic));
        Text(writer, "atRisk", advice.AtRisk);
        Text(writer, "reviewer", advice.Reviewer);
        Text(writer, "source", advice.Source);
    }

    internal static void WriteAssumption(Utf8JsonWriter writer, Assumption assumption)
    {
        Text(writer, "code", assumption.Code);
        Text(writer, "subject", assumption.Subject);
        writer.WriteNumber("count", assumption.Count);
        Text(writer, "detail", assumption.Detail);
    }

    internal static void WriteVersions(Utf8JsonWriter writer, VersionSet versions)
    {
        writer.WriteStartObject("versions");
        Text(writer, "engine", versions.Engine);
        Text(writer, "taxonomy", versions.Taxonomy);
        WriteArray(writer, "packs", versions.Packs, WriteVersion);
        WriteVersion(writer, "policy", versions.Policy);
        WriteVersion(writer, "model", versions.Model);
        writer.WriteEndObject();
    }

    private static void WriteVersion(Utf8JsonWriter writer, string name, PackVersion? version)
    {
        if (version is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        WriteVersion(writer, version);
        writer.WriteEndObject();
    }

    private static void WriteVersion(Utf8JsonWriter writer, PackVersion version)
    {
        Text(writer, "id", version.Id);
        Text(writer, "version", version.Version);
        Text(writer, "hash", version.Hash);
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    internal static void WriteStrings(Utf8JsonWriter writer, string name, ImmutableArray<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values.IsDefault ? [] : values)
        {
            writer.WriteStringValue(WellFormed(value));
        }

        writer.WriteEndArray();
    }

    internal static void WriteArray<T>(Utf8JsonWriter writer, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items.IsDefault ? [] : items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static void Text(Utf8JsonWriter writer, string name, string? value) => writer.WriteString(name, value is null ? null : WellFormed(value));

    // The writer may throw on lone surrogates, depending on the encoder that the caller chose.
    private static string WellFormed(string value)
    {
        int lone = LoneSurrogate(value, 0);
        if (lone < 0)
        {
            return value;
        }

        char[] chars = value.ToCharArray();
        while (lone >= 0)
        {
            chars[lone] = '\uFFFD';
            lone = LoneSurrogate(value, lone + 1);
        }

        return new string(chars);
    }

    private static int LoneSurrogate(string value, int from)
    {
        for (int i = from; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
