using GroomingSignals.Assessment;

namespace GroomingSignals.Tracking;

/// <summary>What a state knows of one participant towards another.</summary>
internal sealed class TrackedPair
{
    /// <summary>The index of the participant who speaks.</summary>
    public required int From { get; init; }

    /// <summary>The index of the participant it is said towards.</summary>
    public required int Towards { get; init; }

    /// <summary>One for each rule that matched, in order of the first match.</summary>
    public List<RuleTally> Tallies { get; } = [];

    /// <summary>The places of the evidence, in order.</summary>
    public List<EvidenceRecord> Evidence { get; } = [];

    /// <summary>The message of the last match, counted from 0.</summary>
    public int LastOrdinal { get; set; }

    /// <summary>True when a scored match needed a weaker view.</summary>
    public bool Obfuscated { get; set; }

    /// <summary>True when the other one refused, once there was evidence.</summary>
    public bool Refused { get; set; }

    /// <summary>True when the other one told of what happened, once there was evidence.</summary>
    public bool Disclosed { get; set; }

    /// <summary>True once there is a peak: a score with evidence.</summary>
    public bool HasPeak { get; set; }

    /// <summary>The message of the peak, counted from 0.</summary>
    public int PeakOrdinal { get; set; }

    /// <summary>The track at the peak, an index of the policy's tracks.</summary>
    public int PeakTrack { get; set; }

    /// <summary>The lines at the peak.</summary>
    public PairLines PeakLines { get; set; }

    /// <summary>What the classifier said at the peak; null where the score is on the rules' own scale.</summary>
    public ClassifierVoice? PeakVoice { get; set; }

    /// <summary>The peak score, derived from the tallies and lines at the peak.</summary>
    public int PeakRaw { get; set; }

    /// <summary>The severity at the peak, derived.</summary>
    public Severity PeakSeverity { get; set; }

    public int ScoredHits
    {
        get
        {
            int hits = 0;
            foreach (var tally in Tallies)
            {
                hits += tally.ScoredHits;
            }

            return hits;
        }
    }

    public RuleTally? TallyOf(string ruleId)
    {
        foreach (var tally in Tallies)
        {
            if (string.Equals(tally.RuleId, ruleId, StringComparison.Ordinal))
            {
                return tally;
            }
        }

        return null;
    }
}
