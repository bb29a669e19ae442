namespace GroomingSignals.Tracking;

/// <summary>What one rule has added for one pair, in millionths of log-odds. <see cref="Gross"/> less <see cref="Capped"/> and <see cref="Decayed"/> is <see cref="Net"/>.</summary>
internal sealed class RuleTally
{
    /// <summary>The stable id, by which a tally survives a reload of the pack.</summary>
    public required string RuleId { get; init; }

    /// <summary>The index of the rule in the analyzer to which the state is bound.</summary>
    public int Rule { get; set; }

    /// <summary>All matches, also those in shadow mode and those that added nothing.</summary>
    public int Hits { get; set; }

    /// <summary>The matches that are scored.</summary>
    public int ScoredHits { get; set; }

    /// <summary>The message of the first match, counted from 0.</summary>
    public int FirstOrdinal { get; set; }

    /// <summary>When the last match was, in Unix milliseconds; null when not known.</summary>
    public long? LastTime { get; set; }

    public long Gross { get; set; }

    public long Capped { get; set; }

    public long Decayed { get; set; }

    /// <summary>What was left at the last match.</summary>
    public int Net { get; set; }

    /// <summary>The values at the peak of the pair.</summary>
    public TallyAtPeak Peak { get; set; }
}
