using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GroomingSignals.Conversations;
using GroomingSignals.Evaluation.Output;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Policies;

/// <summary>
/// Writes a policy as the file that gives it back when it is loaded. What the default policy says too is left out, so that the file shows what was decided
/// and an upgrade of the default reaches it.
/// </summary>
internal sealed class PolicyYaml
{
    private readonly StringBuilder _text = new();
    private readonly RiskPolicy _policy;
    private readonly RiskPolicy _default = RiskPolicy.Default;

    private PolicyYaml(RiskPolicy policy) => _policy = policy;

    /// <summary>The file.</summary>
    public static string Write(RiskPolicy policy, PolicyHeader header)
    {
        var yaml = new PolicyYaml(policy);
        yaml.Header(header);
        yaml.Thresholds();
        yaml.Scoring();
        yaml.Tracks();
        yaml.Tactics();
        yaml.Participants();
        yaml.Overrides();
        yaml.Limits();
        return yaml._text.ToString();
    }

    private void Header(PolicyHeader header)
    {
        foreach (string comment in header.Comments)
        {
            Line(0, comment.Length == 0 ? "#" : "# " + OneLine(comment));
        }

        Line(0, "schema: policy/1");
        Line(0, "policy:");
        Line(2, "id: " + header.Id);
        Line(2, "version: " + header.Version);
        Line(2, "description: " + Quoted(header.Description));
        if (_policy.Prevalence is { } prevalence)
        {
            Line(0, "prevalence: " + Number(prevalence));
        }
    }

    private void Thresholds()
    {
        bool rules = _policy.Rules != _default.Rules;
        bool fused = _policy.Fused is not null && _policy.Fused != _default.Fused;
        if (rules || fused)
        {
            Line(0, "thresholds:");
            Scale(2, "rules", rules ? _policy.Rules : null);
            Scale(2, "fused", fused ? _policy.Fused : null);
        }
    }

    private void Scoring()
    {
        ScoringPolicy own = _policy.Scoring;
        ScoringPolicy other = _default.Scoring;
        if (own with { ViewFactors = other.ViewFactors } == other && own.ViewFactors.SequenceEqual(other.ViewFactors))
        {
            return;
        }

        Line(0, "scoring:");
        Line(2, $"baseline: {Points(own.Baseline)}");
        Line(2, $"minimumEvidence: {Whole(own.MinimumEvidence)}");
        Line(2, $"coOccurrence: {{ perTactic: {Points(own.CoOccurrencePerTactic)}, cap: {Points(own.CoOccurrenceCap)} }}");
        Line(2, $"direction: {{ oneSided: {Points(own.DirectionOneSided)}, mutual: {Points(own.DirectionMutual)} }}");
        Line(2, $"acceleration: {{ tactics: {Whole(own.AccelerationTactics)}, messages: {Whole(own.AccelerationMessages)}, logOdds: {Points(own.AccelerationLogOdds)} }}");
        Line(2, $"protection: {{ refusing: {Points(own.ProtectionRefusing)}, disclosing: {Points(own.ProtectionDisclosing)} }}");
        Line(2, $"obfuscation: {Points(own.Obfuscation)}");
        Line(2, "views: { " + string.Join(", ", own.ViewFactors.Select((f, i) => $"{((TextView)i).ToString().ToLowerInvariant()}: {Points(f)}")) + " }");
    }

    private void Tracks()
    {
        Track[] changed = [.. Enum.GetValues<Track>().Where(t => _policy.Tracks[(int)t] != _default.Tracks[(int)t])];
        if (changed.Length > 0)
        {
            Line(0, "tracks:");
        }

        foreach (Track track in changed)
        {
            TrackPolicy own = _policy.Tracks[(int)track];
            Line(2, Gate.NameOf(track) + ":");
            if (own.Raises != _default.Tracks[(int)track].Raises || !own.Raises)
            {
                Line(4, own.Raises ? "raises: true" : "raises: false");
            }

            if (own.Raises)
            {
                Line(4, "logOdds: " + Points(own.LogOdds));
                if (own.Rules is not null || own.Fused is not null)
                {
                    Line(4, "thresholds:");
                    Scale(6, "rules", own.Rules);
                    Scale(6, "fused", own.Fused);
                }
            }
        }
    }

    private void Tactics()
    {
        Tactic[] changed = [.. Taxonomy.Tactics.Select(t => t.Tactic).Where(t => _policy.Tactics.GetValueOrDefault(t) != _default.Tactics.GetValueOrDefault(t))];
        if (changed.Length > 0)
        {
            Line(0, "tactics:");
        }

        foreach (Tactic tactic in changed)
        {
            Line(2, Taxonomy.Id(tactic) + ": " + (_policy.Tactics.GetValueOrDefault(tactic) is { } own
                ? "{ " + Steps(own.Thresholds) + (own.FastPath ? ", fastPath: true }" : " }")
                : "null"));
        }
    }

    private void Participants()
    {
        ParticipantPolicy own = _policy.Participants;
        if (own == _default.Participants)
        {
            return;
        }

        Line(0, "participants:");
        Line(2, $"thresholds: {{ {Steps(own.Thresholds)} }}");
        Line(2, $"baseline: {Points(own.Baseline)}");
        Line(2, $"minimumReached: {Whole(own.MinimumReached)}");
        Line(2, $"reached: {{ {Counts(own.Reached)} }}");
        Line(2, $"repetition: {{ {Counts(own.Repetition)} }}");
        Line(2, $"pattern: {{ {Counts(own.Pattern)} }}");
        Line(2, $"contacts: {{ {Counts(own.Contacts)} }}");
        Line(2, $"firstContacts: {{ {Counts(own.FirstContacts)}, window: {((long)own.FirstContactWindow.TotalMinutes).ToString(CultureInfo.InvariantCulture)}m }}");
        Line(2, $"speaker: {{ adult: {Points(own.Adult)}, minor: {Points(own.Minor)} }}");
    }

    private static string Counts(CountPoints points) => $"from: {Whole(points.From)}, each: {Points(points.Each)}, cap: {Points(points.Cap)}";

    private void Overrides()
    {
        if (_policy.Overrides.Length > 0)
        {
            Line(0, "overrides:");
        }

        foreach (RuleOverride change in _policy.Overrides)
        {
            Line(2, change.RuleId + ":");
            if (change.Mode is { } mode)
            {
                Line(4, "mode: " + mode.ToString().ToLowerInvariant());
            }

            if (change.LogOdds is { } points)
            {
                Line(4, "logOdds: " + Points(points));
            }

            Line(4, "reason: " + Quoted(change.Reason));
            if (change.Expires is { } day)
            {
                Line(4, "expires: " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }
    }

    private void Limits()
    {
        if (_policy.MessageCharacters != _default.MessageCharacters || _policy.StateBytes != _default.StateBytes)
        {
            Line(0, $"limits: {{ messageChars: {Whole(_policy.MessageCharacters)}, stateBytes: {Whole(_policy.StateBytes)} }}");
        }
    }

    private void Scale(int indent, string name, Thresholds? thresholds)
    {
        if (thresholds is not null)
        {
            Line(indent, $"{name}: {{ {Steps(thresholds)} }}");
        }
    }

    private static string Steps(Thresholds thresholds) => string.Join(", ", new[] { ("low", thresholds.Low), ("review", thresholds.Review), ("urgent", thresholds.Urgent) }
        .Where(s => s.Item2 is not null).Select(s => $"{s.Item1}: {Number(s.Item2!.Value)}"));

    private void Line(int indent, string text) => _text.Append(' ', indent).Append(text).Append('\n');

    /// <summary>All digits, and no exponent.</summary>
    private static string Number(double value) =>
        decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static string Points(int micros) => LogOdds.ToDecimal(micros).ToString("0.0#####", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string of JSON is one of YAML.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(JsonValues.WellFormed(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>A line of a comment may not end early.</summary>
    private static string OneLine(string text) =>
        string.Concat(JsonValues.WellFormed(text).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' ? ' ' : c));
}
