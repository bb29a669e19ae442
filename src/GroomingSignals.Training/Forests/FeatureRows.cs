using GroomingSignals.Data;
using GroomingSignals.Features;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Forests;

/// <summary>Folds conversations into feature rows, each with n-gram weights that were not learnt from it. No result depends on the number of threads.</summary>
/// <param name="conversations">The conversations.</param>
/// <param name="folds">The fold of each.</param>
/// <param name="tables">For each fold its weights; null where there are none.</param>
/// <param name="packs">The rule packs.</param>
/// <param name="policy">The policy.</param>
/// <param name="threads">How many threads, and what stops them.</param>
internal sealed class FeatureRows(
    IReadOnlyList<LabelledConversation> conversations, int[] folds, IReadOnlyList<NGramTable?> tables, IReadOnlyList<RulePack> packs, RiskPolicy policy, ParallelOptions threads)
{
    private readonly FeatureCollector[] _collectors = [.. tables.Select(table => new FeatureCollector(packs, policy, table))];

    /// <summary>The row of each whole conversation.</summary>
    public FeatureRow[] Collect()
    {
        var rows = new FeatureRow[conversations.Count];
        Parallel.For(0, conversations.Count, threads, i => rows[i] = _collectors[folds[i]].Collect(conversations[i].Conversation));
        return rows;
    }

    /// <summary>The highest score of each conversation on its way: that is what an analyzer raises alerts by.</summary>
    /// <param name="score">Scores a row of a conversation of this fold.</param>
    /// <param name="whole">The scores of the whole conversations, which those of a single message, or of none, already have; null where nobody asked for them.</param>
    public double[] Peaks(Func<int, FeatureRow, double> score, double[]? whole = null)
    {
        double[] peaks = new double[conversations.Count];
        Parallel.For(0, conversations.Count, threads, i =>
        {
            var (conversation, collector) = (conversations[i].Conversation, _collectors[folds[i]]);
            peaks[i] = conversation.Messages.Count > 1
                ? collector.CollectEach(conversation).Max(row => score(folds[i], row))
                : whole?[i] ?? score(folds[i], collector.Collect(conversation));
        });
        return peaks;
    }
}
