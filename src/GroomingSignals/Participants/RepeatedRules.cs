using System.Collections.Immutable;

namespace GroomingSignals.Participants;

/// <summary>Finds what a participant repeated: single rules, and the pair of rules, with all that always came with it, that most had towards them.</summary>
/// <param name="evidence">The possible minors towards whom rules matched.</param>
/// <param name="isKnown">True for the mark of a rule that is loaded and scored.</param>
internal sealed class RepeatedRules(Reach evidence, Func<uint, bool> isKnown)
{
    /// <summary>The marks of all rules that are loaded and scored, rising.</summary>
    public ImmutableArray<uint> Known { get; } =
        [.. evidence.Minors.Entries.Concat(evidence.Conversations.Entries).SelectMany(e => e.Rules.Marks).Distinct().Where(isKnown).Order()];

    /// <summary>How many there are with this rule.</summary>
    public long Count(uint mark) => Count([mark]);

    /// <summary>The rules that came together most often, at least two; empty when no two did.</summary>
    /// <param name="count">How often.</param>
    public ImmutableArray<uint> Pattern(out long count)
    {
        count = 0;
        ImmutableArray<uint> best = [];
        for (int a = 0; a < Known.Length; a++)
        {
            for (int b = a + 1; b < Known.Length; b++)
            {
                long common = Count([Known[a], Known[b]]);
                if (common > count)
                {
                    (count, best) = (common, [Known[a], Known[b]]);
                }
            }
        }

        return best.IsEmpty ? best : [.. Known.Where(mark => best.Contains(mark) || AlwaysWith(best, mark))];
    }

    private bool AlwaysWith(ImmutableArray<uint> pair, uint mark) =>
        evidence.Minors.Entries.Concat(evidence.Conversations.Entries).Where(e => HasAll(e, pair)).All(e => e.Rules.Contains(mark));

    private long Count(ImmutableArray<uint> marks) =>
        Math.Min(Count(evidence.Minors, marks), Count(evidence.Conversations, marks));

    private static long Count(DistinctSample sample, ImmutableArray<uint> marks) => sample.Scale(sample.Entries.Count(e => HasAll(e, marks)));

    private static bool HasAll(SampleEntry entry, ImmutableArray<uint> marks)
    {
        foreach (uint mark in marks)
        {
            if (!entry.Rules.Contains(mark))
            {
                return false;
            }
        }

        return true;
    }
}
