using System.Collections.Immutable;
using System.Globalization;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>What a reader of a plan must know.</summary>
internal static class PlanWarnings
{
    public static ImmutableArray<DataWarning> Of(OperatingPlanner planner, QueueFigures review, double? level, ProposalOptions options, bool anyChosen)
    {
        var warnings = ImmutableArray.CreateBuilder<DataWarning>();
        var corpus = planner.Corpus;
        if (level is { } reached)
        {
            warnings.Add(new DataWarning("below-target", string.Create(CultureInfo.InvariantCulture,
                $"The reviewers' day holds a queue that finds {reached * 100:0.#} % of each track's cases, not the {options.RecallTarget * 100:0.#} % asked for.")));
        }

        if (review.Figures.CapacityShare.Value > 1)
        {
            warnings.Add(new DataWarning("over-capacity", string.Create(CultureInfo.InvariantCulture,
                $"The review queue is {review.Figures.CapacityShare.Value:0.##} times what the reviewers can look at: thresholds that are kept bring more than fits.")));
        }
        else if (review.Figures.CapacityShare.Interval is { Upper: > 1 } interval)
        {
            warnings.Add(new DataWarning("capacity-unsure", string.Create(CultureInfo.InvariantCulture,
                $"The queue could be up to {interval.Upper:0.#} times what the reviewers can look at: {corpus.Negatives} negatives cannot tell a rate as low as it needs to be. Label more negatives, or count the queue on unlabelled traffic with 'report'.")));
        }

        int silent = Enumerable.Range(0, corpus.Count).Count(row => corpus.Row(row) is { Label: true } scored && scored.Rises.All(r => r is null));
        if (silent > 0)
        {
            warnings.Add(new DataWarning("unreachable", string.Create(CultureInfo.InvariantCulture,
                $"{silent} of {corpus.Positives} cases have no score at all (too little evidence, or a track that raises no risk): no threshold finds them, only other rules or a classifier do.")));
        }

        warnings.Add(!anyChosen
            ? new DataWarning("nothing-chosen", "No threshold was chosen: the policy keeps what it has, each for the reason beside it. More labelled conversations would let tune choose.")
            : new DataWarning("chosen-here", "The thresholds were chosen on the conversations that they are measured on, which flatters them: 'held out' shows how the same choice on one half does on the other. Measure the policy itself on labelled conversations that were kept back."));
        if (corpus.Synthetic > 0)
        {
            warnings.Add(new DataWarning("synthetic", string.Create(CultureInfo.InvariantCulture, $"{corpus.Synthetic} of {corpus.Count} conversations are synthetic: the figures show that the machinery works, and nothing about accuracy in the field.")));
        }

        return warnings.ToImmutable();
    }
}
