using System.Globalization;
using System.Text;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;

namespace GroomingSignals.Workbench.Settings;

/// <summary>Writes a policy whole, so that the file means the same whatever a later default says. Reading it back gives the same policy.</summary>
internal static class PolicyYaml
{
    private static readonly string[] Modes = ["off", "shadow", "live"];

    /// <param name="policy">The policy.</param>
    /// <param name="id">Its id in the file.</param>
    /// <param name="version">Its version in the file.</param>
    /// <param name="description">Who changed it, when and why.</param>
    public static string Of(RiskPolicy policy, string id, string version, string description)
    {
        StringBuilder yaml = new();
        yaml.Append("# Saved by the workbench. Thresholds are on risk.\nschema: policy/1\npolicy:\n");
        yaml.Append(CultureInfo.InvariantCulture, $"  id: {id}\n  version: {version}\n  description: {Quoted(description)}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"prevalence: {Number(policy.Prevalence)}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"thresholds:\n  rules: {Scale(policy.Rules)}\n");
        Fused(yaml, "  ", policy.Fused);
        Scoring(yaml, policy.Scoring);
        Tracks(yaml, policy);
        Tactics(yaml, policy);
        Overrides(yaml, policy);
        yaml.Append(CultureInfo.InvariantCulture, $"limits:\n  messageChars: {policy.MessageCharacters}\n  stateBytes: {policy.StateBytes}\n");
        return yaml.ToString();
    }

    private static void Scoring(StringBuilder yaml, ScoringPolicy scoring)
    {
        yaml.Append(CultureInfo.InvariantCulture, $"scoring:\n  baseline: {Points(scoring.Baseline)}\n  minimumEvidence: {scoring.MinimumEvidence}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"  coOccurrence: {{ perTactic: {Points(scoring.CoOccurrencePerTactic)}, cap: {Points(scoring.CoOccurrenceCap)} }}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"  direction: {{ oneSided: {Points(scoring.DirectionOneSided)}, mutual: {Points(scoring.DirectionMutual)} }}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"  acceleration: {{ tactics: {scoring.AccelerationTactics}, messages: {scoring.AccelerationMessages}, logOdds: {Points(scoring.AccelerationLogOdds)} }}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"  protection: {{ refusing: {Points(scoring.ProtectionRefusing)}, disclosing: {Points(scoring.ProtectionDisclosing)} }}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"  obfuscation: {Points(scoring.Obfuscation)}\n  views: {{ ");
        yaml.AppendJoin(", ", Enum.GetValues<TextView>().Select(v => $"{Assessment.AssessmentJson.Name(v)}: {Points(scoring.ViewFactors[(int)v])}")).Append(" }\n");
    }

    private static void Tracks(StringBuilder yaml, RiskPolicy policy)
    {
        yaml.Append("tracks:\n");
        foreach (Track track in Enum.GetValues<Track>())
        {
            TrackPolicy own = policy.Tracks[(int)track];
            yaml.Append(CultureInfo.InvariantCulture, $"  {TrackNames.Of(track)}:\n    raises: {(own.Raises ? "true" : "false")}\n");
            if (!own.Raises)
            {
                continue;
            }

            yaml.Append(CultureInfo.InvariantCulture, $"    logOdds: {Points(own.LogOdds)}\n");
            if (own.Rules is not null || own.Fused is not null)
            {
                yaml.Append("    thresholds:\n");
                if (own.Rules is { } rules)
                {
                    yaml.Append(CultureInfo.InvariantCulture, $"      rules: {Scale(rules)}\n");
                }

                Fused(yaml, "      ", own.Fused);
            }
        }
    }

    /// <summary>A tactic that the default policy has and this one does not is said to have none.</summary>
    private static void Tactics(StringBuilder yaml, RiskPolicy policy)
    {
        List<string> lines = [];
        foreach (TacticDescription tactic in Taxonomy.Tactics)
        {
            if (policy.Tactics.TryGetValue(tactic.Tactic, out TacticPolicy? own))
            {
                lines.Add($"  {tactic.Id}: {{ {Fields(own.Thresholds)}, fastPath: {(own.FastPath ? "true" : "false")} }}\n");
            }
            else if (RiskPolicy.Default.Tactics.ContainsKey(tactic.Tactic))
            {
                lines.Add($"  {tactic.Id}: null\n");
            }
        }

        yaml.Append(lines.Count == 0 ? "tactics: {}\n" : "tactics:\n").AppendJoin("", lines);
    }

    private static void Overrides(StringBuilder yaml, RiskPolicy policy)
    {
        yaml.Append(policy.Overrides.IsEmpty ? "overrides: {}\n" : "overrides:\n");
        foreach (RuleOverride change in policy.Overrides)
        {
            List<string> fields = [];
            if (change.Mode is { } mode)
            {
                fields.Add($"mode: {Modes[(int)mode]}");
            }

            if (change.LogOdds is { } points)
            {
                fields.Add($"logOdds: {Points(points)}");
            }

            fields.Add($"reason: {Quoted(change.Reason)}");
            if (change.Expires is { } expires)
            {
                fields.Add($"expires: {expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
            }

            yaml.Append(CultureInfo.InvariantCulture, $"  {change.RuleId}: {{ {string.Join(", ", fields)} }}\n");
        }
    }

    private static void Fused(StringBuilder yaml, string indent, Thresholds? fused)
    {
        if (fused is not null && Fields(fused).Length > 0)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"{indent}fused: {Scale(fused)}\n");
        }
    }

    private static string Scale(Thresholds thresholds) => $"{{ {Fields(thresholds)} }}";

    private static string Fields(Thresholds thresholds) => string.Join(", ", new[] { ("low", thresholds.Low), ("review", thresholds.Review), ("urgent", thresholds.Urgent) }
        .Where(t => t.Item2 is not null).Select(t => $"{t.Item1}: {Number(t.Item2)}"));

    private static string Points(int micros) => LogOdds.ToDecimal(micros).ToString(CultureInfo.InvariantCulture);

    /// <summary>In full: a policy's numbers have no exponent.</summary>
    private static string Number(double? value) => value is { } number ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : "null";

    /// <summary>A double-quoted scalar on one line, in ASCII; JSON's escapes are YAML's too.</summary>
    private static string Quoted(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.BasicLatin))}\"";
}
