using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;

namespace GroomingSignals.Policy.Loading;

/// <summary>Reads <c>tactics:</c>. An entry takes the place of the fallback's; an entry that says null removes it.</summary>
internal sealed class TacticReader(ValueReader values, ThresholdReader thresholds)
{
    public ImmutableDictionary<Tactic, TacticPolicy> Read(Fields? fields, ImmutableDictionary<Tactic, TacticPolicy> fallback)
    {
        if (fields is null)
        {
            return fallback;
        }

        var tactics = fallback.ToBuilder();
        foreach (var description in Taxonomy.Tactics)
        {
            if (fields.Inner(description.Id) is { } own)
            {
                tactics[description.Tactic] = One(own);
            }
            else if (fields.Mapping.Find(description.Id) is { Value.IsNull: true })
            {
                tactics.Remove(description.Tactic);
            }
        }

        fields.Done();
        return tactics.ToImmutable();
    }

    private TacticPolicy One(Fields fields)
    {
        var own = thresholds.Partial(fields);
        bool fastPath = fields.Flag("fastPath") ?? false;
        fields.Done();
        thresholds.CheckOrder(own, fields.Mapping, "");
        if (fields.Node("low") is null && fields.Node("review") is null && fields.Node("urgent") is null)
        {
            values.Error(DiagnosticIds.NoThreshold, fields.Mapping, "A tactic needs a threshold of its own: low, review or urgent.");
        }

        return new TacticPolicy(own, fastPath);
    }
}
