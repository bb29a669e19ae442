using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;

namespace GroomingSignals.Policy.Loading;

/// <summary>Reads <c>participants:</c>.</summary>
internal sealed class ParticipantReader(ValueReader values, ThresholdReader thresholds)
{
    public ParticipantPolicy Read(Fields? fields, ParticipantPolicy fallback)
    {
        if (fields is null)
        {
            return fallback;
        }

        var all = ThresholdReader.Over(thresholds.One(fields.Inner("thresholds")), fallback.Thresholds);
        thresholds.CheckOrder(all, fields.Mapping.Find("thresholds")?.Value ?? fields.Mapping, " of participants");
        var first = fields.Inner("firstContacts");
        var policy = fallback with
        {
            Thresholds = all,
            Baseline = LogOddsReader.Read(values, fields, "baseline", -20, 0) ?? fallback.Baseline,
            MinimumReached = fields.Integer("minimumReached", 1, 64) ?? fallback.MinimumReached,
            Reached = Points(fields.Inner("reached"), fallback.Reached),
            Repetition = Points(fields.Inner("repetition"), fallback.Repetition),
            Pattern = Points(fields.Inner("pattern"), fallback.Pattern),
            Contacts = Points(fields.Inner("contacts"), fallback.Contacts),
            FirstContactWindow = first?.Node("window") is { } window ? values.Duration(window, "'window'") ?? fallback.FirstContactWindow : fallback.FirstContactWindow,
            FirstContacts = Points(first, fallback.FirstContacts),
        };
        policy = Speaker(fields.Inner("speaker"), policy);
        fields.Done();
        return policy;
    }

    private CountPoints Points(Fields? fields, CountPoints fallback)
    {
        if (fields is null)
        {
            return fallback;
        }

        var points = new CountPoints(
            fields.Integer("from", 1, 1000) ?? fallback.From,
            LogOddsReader.Read(values, fields, "each", 0, 10) ?? fallback.Each,
            LogOddsReader.Read(values, fields, "cap", 0, 20) ?? fallback.Cap);
        fields.Done();
        if (points.Cap < points.Each)
        {
            values.Error(DiagnosticIds.NeverMatters, fields.Mapping, "'cap' is below 'each': the points of one possible minor would never count whole.");
        }

        return points;
    }

    private ParticipantPolicy Speaker(Fields? fields, ParticipantPolicy policy)
    {
        if (fields is null)
        {
            return policy;
        }

        policy = policy with
        {
            Adult = LogOddsReader.Read(values, fields, "adult", -10, 10) ?? policy.Adult,
            Minor = LogOddsReader.Read(values, fields, "minor", -10, 10) ?? policy.Minor,
        };
        fields.Done();
        return policy;
    }
}
