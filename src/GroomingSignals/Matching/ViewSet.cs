using GroomingSignals.Conversations;

namespace GroomingSignals.Matching;

/// <summary>A set of <see cref="TextView"/>.</summary>
[Flags]
internal enum ViewSet
{
    None = 0,
    Folded = 1 << TextView.Folded,
    Skeleton = 1 << TextView.Skeleton,
    Runs = 1 << TextView.Runs,
    Joined = 1 << TextView.Joined,
    Leet = 1 << TextView.Leet,
    All = Folded | Skeleton | Runs | Joined | Leet,
}
