namespace GroomingSignals.Participants;

/// <summary>One of the things of which a <see cref="DistinctSample"/> keeps a few, with what is known of it.</summary>
/// <param name="key">The hash by which it is known.</param>
internal sealed class SampleEntry(ulong key)
{
    public ulong Key { get; } = key;

    /// <summary>The earliest time that anybody stated, in Unix milliseconds; null when nobody did.</summary>
    public long? First { get; set; }

    /// <summary>The rules that matched.</summary>
    public RuleMarks Rules { get; set; } = RuleMarks.None;

    /// <summary>Takes in what another entry of the same key knows.</summary>
    /// <returns>True when that was news.</returns>
    public bool Join(long? first, RuleMarks rules)
    {
        var (time, marks) = (First, Rules);
        First = first is { } other && !(time <= other) ? other : time;
        Rules = marks.Union(rules);
        return First != time || !ReferenceEquals(Rules, marks);
    }
}
