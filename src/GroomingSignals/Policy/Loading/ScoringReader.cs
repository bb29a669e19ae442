using GroomingSignals.Conversations;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.Scoring;

namespace GroomingSignals.Policy.Loading;

/// <summary>Reads <c>scoring:</c>.</summary>
internal sealed class ScoringReader(ValueReader values)
{
    private static readonly string[] Views = [.. Enum.GetNames<TextView>().Select(name => name.ToLowerInvariant())];

    public ScoringPolicy Read(Fields? fields, ScoringPolicy fallback)
    {
        if (fields is null)
        {
            return fallback;
        }

        var scoring = fallback with
        {
            Baseline = Points(fields, "baseline", -20, 0) ?? fallback.Baseline,
            MinimumEvidence = fields.Integer("minimumEvidence", 1, 100) ?? fallback.MinimumEvidence,
            Obfuscation = Points(fields, "obfuscation", 0, 10) ?? fallback.Obfuscation,
        };
        scoring = CoOccurrence(fields.Inner("coOccurrence"), scoring);
        scoring = Direction(fields.Inner("direction"), scoring);
        scoring = Acceleration(fields.Inner("acceleration"), scoring);
        scoring = Protection(fields.Inner("protection"), scoring);
        scoring = OfViews(fields.Inner("views"), scoring);
        fields.Done();
        return scoring;
    }

    private ScoringPolicy CoOccurrence(Fields? fields, ScoringPolicy scoring)
    {
        if (fields is null)
        {
            return scoring;
        }

        int perTactic = Points(fields, "perTactic", 0, 10) ?? scoring.CoOccurrencePerTactic;
        int cap = Points(fields, "cap", 0, 20) ?? scoring.CoOccurrenceCap;
        fields.Done();
        if (cap < perTactic)
        {
            values.Error(DiagnosticIds.NeverMatters, fields.Mapping, "'cap' is below 'perTactic': the points of one further tactic would never count whole.");
        }

        return scoring with { CoOccurrencePerTactic = perTactic, CoOccurrenceCap = cap };
    }

    private ScoringPolicy Direction(Fields? fields, ScoringPolicy scoring)
    {
        if (fields is null)
        {
            return scoring;
        }

        scoring = scoring with
        {
            DirectionOneSided = Points(fields, "oneSided", -10, 10) ?? scoring.DirectionOneSided,
            DirectionMutual = Points(fields, "mutual", -10, 10) ?? scoring.DirectionMutual,
        };
        fields.Done();
        return scoring;
    }

    private ScoringPolicy Acceleration(Fields? fields, ScoringPolicy scoring)
    {
        if (fields is null)
        {
            return scoring;
        }

        scoring = scoring with
        {
            AccelerationTactics = fields.Integer("tactics", 2, Taxonomy.Tactics.Length) ?? scoring.AccelerationTactics,
            AccelerationMessages = fields.Integer("messages", 1, 1000) ?? scoring.AccelerationMessages,
            AccelerationLogOdds = Points(fields, "logOdds", 0, 10) ?? scoring.AccelerationLogOdds,
        };
        fields.Done();
        return scoring;
    }

    private ScoringPolicy Protection(Fields? fields, ScoringPolicy scoring)
    {
        if (fields is null)
        {
            return scoring;
        }

        scoring = scoring with
        {
            ProtectionRefusing = Points(fields, "refusing", 0, 10) ?? scoring.ProtectionRefusing,
            ProtectionDisclosing = Points(fields, "disclosing", 0, 10) ?? scoring.ProtectionDisclosing,
        };
        fields.Done();
        return scoring;
    }

    private ScoringPolicy OfViews(Fields? fields, ScoringPolicy scoring)
    {
        if (fields is null)
        {
            return scoring;
        }

        var factors = scoring.ViewFactors.ToBuilder();
        for (int i = 0; i < Views.Length; i++)
        {
            factors[i] = Points(fields, Views[i], 0, 1) ?? factors[i];
        }

        fields.Done();
        return scoring with { ViewFactors = factors.ToImmutable() };
    }

    private int? Points(Fields fields, string name, int least, int most) => LogOddsReader.Read(values, fields, name, least, most);
}
