using System.Collections.Immutable;
using GroomingSignals.Data;

namespace GroomingSignals.Evaluation.Splits;

/// <summary>Finds what must stay together, deals it out, and says what came of it.</summary>
internal static class FoldMaker
{
    public static FoldAssignment Make(IReadOnlyList<LabelledConversation> conversations, double[] shares, int seed, SplitOptions options)
    {
        DisjointSets sets = new(conversations.Count);
        JoinSameId(conversations, sets);
        NearDuplicates? duplicates = options.KeepNearDuplicatesTogether
            ? NearDuplicates.Find(conversations, options.NearDuplicateSimilarity, options.Threads)
            : null;
        foreach (ImmutableArray<int> group in duplicates?.Groups ?? [])
        {
            Join(sets, group);
        }

        ParticipantIndex participants = new(conversations);
        bool global = options.Participants == ParticipantScope.Global;
        foreach (IReadOnlyList<int> shared in global ? participants.Shared() : [])
        {
            Join(sets, shared);
        }

        int[][] groups = [.. Enumerable.Range(0, conversations.Count).GroupBy(sets.RootOf).Select(g => g.ToArray())];
        FoldCounts total = Count(conversations, Enumerable.Range(0, conversations.Count));
        FoldBalancer balancer = new(shares, total);
        int[] foldOfGroup = balancer.Deal([.. groups.Select(g => Count(conversations, g))], seed);
        int[] foldOf = new int[conversations.Count];
        for (int g = 0; g < groups.Length; g++)
        {
            foreach (int index in groups[g])
            {
                foldOf[index] = foldOfGroup[g];
            }
        }

        FoldAssignment made = new()
        {
            FoldOf = [.. foldOf],
            Folds = [.. shares.Select((_, fold) => balancer.CountsOf(fold))],
            Seed = seed,
            NearDuplicates = duplicates,
            Roles = global ? participants.Roles() : [],
            ParticipantsOnBothSides = participants.Shared().Count(shared => shared.Any(i => foldOf[i] != foldOf[shared[0]])),
            LargestGroup = groups.Max(g => g.Length),
            IsBalanced = FoldReview.IsBalanced(balancer, shares, total),
            Warnings = [],
        };
        return made with { Warnings = FoldReview.Warnings(made, total) };
    }

    private static void JoinSameId(IReadOnlyList<LabelledConversation> conversations, DisjointSets sets)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        for (int i = 0; i < conversations.Count; i++)
        {
            if (conversations[i].Conversation.Id is { } id && !first.TryAdd(id, i))
            {
                sets.Join(first[id], i);
            }
        }
    }

    private static void Join(DisjointSets sets, IReadOnlyList<int> group)
    {
        foreach (int index in group)
        {
            sets.Join(group[0], index);
        }
    }

    private static FoldCounts Count(IReadOnlyList<LabelledConversation> conversations, IEnumerable<int> indexes)
    {
        int positives = 0;
        int negatives = 0;
        int unlabelled = 0;
        foreach (int index in indexes)
        {
            bool? label = conversations[index].Label;
            positives += label is true ? 1 : 0;
            negatives += label is false ? 1 : 0;
            unlabelled += label is null ? 1 : 0;
        }

        return new FoldCounts(positives, negatives, unlabelled);
    }
}
