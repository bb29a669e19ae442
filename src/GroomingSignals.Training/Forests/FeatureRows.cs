using GroomingSignals.Data;
using GroomingSignals.Features;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Forests;

/// <summary>Folds conversations into feature rows, each with n-gram weights that were not learnt from it.</summary>
internal static class FeatureRows
{
    /// <summary>Collects. The result does not depend on the number of threads.</summary>
    /// <param name="conversations">The conversations.</param>
    /// <param name="folds">The fold of each.</param>
    /// <param name="tables">For each fold its weights; null where there are none.</param>
    /// <param name="packs">The rule packs.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="threads">How many threads, and what stops them.</param>
    public static FeatureRow[] Collect(
        IReadOnlyList<LabelledConversation> conversations, int[] folds, IReadOnlyList<NGramTable?> tables, IReadOnlyList<RulePack> packs, RiskPolicy policy, ParallelOptions threads)
    {
        FeatureCollector[] collectors = [.. tables.Select(table => new FeatureCollector(packs, policy, table))];
        var rows = new FeatureRow[conversations.Count];
        Parallel.For(0, conversations.Count, threads, i => rows[i] = collectors[folds[i]].Collect(conversations[i].Conversation));
        return rows;
    }
}
