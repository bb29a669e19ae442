using System.Collections.Immutable;
using GroomingSignals.Tracking;

namespace GroomingSignals.Participants;

/// <summary>
/// Which rules matched, as 32-bit marks of their ids: at most <see cref="Most"/> of them, those with the smallest marks, so that the same rules are kept
/// whatever the order in which they came. Immutable.
/// </summary>
/// <param name="marks">Rising.</param>
/// <param name="more">True when there were more than are kept.</param>
internal sealed class RuleMarks(ImmutableArray<uint> marks, bool more)
{
    internal const int Most = 8;

    public static RuleMarks None { get; } = new([], false);

    /// <summary>The marks, rising.</summary>
    public ImmutableArray<uint> Marks { get; } = marks;

    /// <summary>True when there were more rules than are kept.</summary>
    public bool More { get; } = more;

    /// <summary>The mark of a rule.</summary>
    public static uint Of(string ruleId)
    {
        var hash = StableHash.Start();
        hash.Add(ruleId);
        return (uint)hash.Value;
    }

    public bool Contains(uint mark) => Marks.BinarySearch(mark) >= 0;

    /// <summary>Both together. The flag is set exactly when there have been more than <see cref="Most"/> different ones, in whatever order.</summary>
    public RuleMarks Union(RuleMarks other)
    {
        if (other.Marks.IsEmpty || ReferenceEquals(other, this))
        {
            return this;
        }

        ImmutableArray<uint> all = [.. Marks.Union(other.Marks).Order()];
        bool dropped = More || other.More || all.Length > Most;
        return all.SequenceEqual(Marks) && dropped == More ? this : new RuleMarks(all.Length > Most ? all[..Most] : all, dropped);
    }
}
