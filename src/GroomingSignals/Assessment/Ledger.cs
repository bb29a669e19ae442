using System.Collections.Immutable;
using GroomingSignals.Scoring;
using GroomingSignals.Tracking;

namespace GroomingSignals.Assessment;

/// <summary>Writes the ledger of a pair at its peak: a line a rule, by id, then the named lines. Lines of nothing are left out.</summary>
internal static class Ledger
{
    public static ImmutableArray<Contribution> Of(TrackedPair pair)
    {
        var lines = ImmutableArray.CreateBuilder<Contribution>();
        foreach (var tally in pair.Tallies.Where(t => t.Peak.Hits > 0).OrderBy(t => t.RuleId, StringComparer.Ordinal))
        {
            Add(tally.RuleId, tally.Peak.Gross);
        }

        Add("cap", -pair.Tallies.Sum(t => t.Peak.Capped));
        Add("decay", -pair.Tallies.Sum(t => t.Peak.Gross - t.Peak.Capped - t.Peak.Value));
        Add("co-occurrence", pair.PeakLines.CoOccurrence);
        Add("direction", pair.PeakLines.Direction);
        Add("acceleration", pair.PeakLines.Acceleration);
        Add("obfuscation", pair.PeakLines.Obfuscation);
        Add("track", pair.PeakLines.Track);
        Add("protection", pair.PeakLines.Protection);
        return lines.ToImmutable();

        void Add(string name, long micros)
        {
            if (micros != 0)
            {
                lines.Add(new Contribution(name, LogOdds.ToDecimal(micros)));
            }
        }
    }
}
