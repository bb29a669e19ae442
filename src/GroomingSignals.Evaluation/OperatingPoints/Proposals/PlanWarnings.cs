using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>What a reader of a plan must know.</summary>
internal static class PlanWarnings
{
    /// <summary>A share is passed only by more than what rounding could add.</summary>
    private const double Slack = 1e-9;

    public static ImmutableArray<DataWarning> Of(OperatingPlanner planner, Proposal proposal, ProposalOptions options)
    {
        var warnings = ImmutableArray.CreateBuilder<DataWarning>();
        var corpus = planner.Corpus;
        QueueFigures review = proposal.Review;
        if (proposal.ReviewLevel is { } reached && reached < options.RecallTarget)
        {
            warnings.Add(new DataWarning("below-target", string.Create(CultureInfo.InvariantCulture,
                $"The reviewers' day holds a queue that finds {reached * 100:0.#} % of each track's cases, not the {options.RecallTarget * 100:0.#} % asked for.")));
        }

        Capacity(planner, review, warnings);
        Tactics(proposal, options, warnings);
        Urgent(planner, proposal, options, warnings);
        Scores(corpus, warnings);
        warnings.Add(proposal.IsNothingChosen
            ? new DataWarning("nothing-chosen", NothingChosen.Reason(planner, proposal))
            : new DataWarning("chosen-here", "The thresholds were chosen on the conversations that they are measured on, which flatters them: 'held out' shows how the same choice on one half does on the other. Measure the policy itself on labelled conversations that were kept back."));
        Synthetic(corpus, warnings);
        return warnings.ToImmutable();
    }

    /// <summary>What holds of a queue however its thresholds came about.</summary>
    public static ImmutableArray<DataWarning> Of(OperatingPlanner planner, QueueFigures review)
    {
        var warnings = ImmutableArray.CreateBuilder<DataWarning>();
        Capacity(planner, review, warnings);
        Scores(planner.Corpus, warnings);
        Synthetic(planner.Corpus, warnings);
        return warnings.ToImmutable();
    }

    private static void Capacity(OperatingPlanner planner, QueueFigures review, ImmutableArray<DataWarning>.Builder warnings)
    {
        if (review.Figures.CapacityShare.Value > 1)
        {
            warnings.Add(new DataWarning("over-capacity", string.Create(CultureInfo.InvariantCulture,
                $"The review queue is {review.Figures.CapacityShare.Value:#,0.##} times what the reviewers can look at.")));
        }
        else if (review.Figures.CapacityShare.Interval is { Upper: > 1 } interval)
        {
            warnings.Add(new DataWarning("capacity-unsure", string.Create(CultureInfo.InvariantCulture,
                $"The queue could be up to {interval.Upper:#,0.#} times what the reviewers can look at: {planner.Corpus.Negatives:#,0} negatives cannot tell a rate as low as it needs to be. Label more negatives, or count the queue on unlabelled traffic with 'report'.")));
        }
    }

    private static void Scores(ScoredCorpus corpus, ImmutableArray<DataWarning>.Builder warnings)
    {
        if (!corpus.IsFused && FusedOnly.Of(corpus.Policy) is { } unused)
        {
            warnings.Add(new DataWarning("fused-unused", unused));
        }

        int silent = Enumerable.Range(0, corpus.Count).Count(row => corpus.Row(row) is { Label: true } scored && scored.Rises.All(r => r is null));
        if (silent > 0)
        {
            warnings.Add(new DataWarning("unreachable", string.Create(CultureInfo.InvariantCulture,
                $"{silent:#,0} of {Counted.Of(corpus.Positives, "case")} {(silent == 1 ? "has" : "have")} no score at all (too little evidence, or a track that raises no risk): no threshold finds {(silent == 1 ? "it" : "them")}, only other rules or a classifier do.")));
        }
    }

    private static void Synthetic(ScoredCorpus corpus, ImmutableArray<DataWarning>.Builder warnings)
    {
        if (corpus.Synthetic > 0)
        {
            warnings.Add(new DataWarning("synthetic", string.Create(CultureInfo.InvariantCulture, $"{corpus.Synthetic:#,0} of {Counted.Of(corpus.Count, "conversation")} {(corpus.Synthetic == 1 ? "is" : "are")} synthetic: the figures show that the machinery works, and nothing about accuracy in the field.")));
        }
    }

    /// <summary>Tactics are given what the tracks leave of the reviewers' day: with a recall target that was lowered for a small queue they can fill it up again.</summary>
    private static void Tactics(Proposal proposal, ProposalOptions options, ImmutableArray<DataWarning>.Builder warnings)
    {
        if (proposal.Review.Figures is { Recall.Value: { } recall, CasesPerDay.Value: { } cases } && proposal.TracksAlone.Figures is { Recall.Value: { } alone, CasesPerDay.Value: { } own }
            && recall > Math.Max(options.RecallTarget, alone) + Slack)
        {
            warnings.Add(new DataWarning("above-target", string.Create(CultureInfo.InvariantCulture,
                $"The whole queue finds {recall * 100:0.#} % of all cases with {cases:#,0.#} a day; the tracks alone find {alone * 100:0.#} % with {own:#,0.#} a day. Thresholds of single tactics bring the rest, beyond the {options.RecallTarget * 100:0.#} % asked for: the recall target is for the tracks. Remove those tactics from the policy where the smaller queue is wanted.")));
        }
    }

    private static void Urgent(OperatingPlanner planner, Proposal proposal, ProposalOptions options, ImmutableArray<DataWarning>.Builder warnings)
    {
        double? cases = proposal.Urgent.Figures.CasesPerDay.Value;
        double day = Math.Min(planner.Platform.Capacity, proposal.Review.Figures.CasesPerDay.Value ?? double.PositiveInfinity);
        if (cases > (day * options.UrgentShare) + Slack)
        {
            warnings.Add(new DataWarning("urgent-over-share", string.Create(CultureInfo.InvariantCulture,
                $"The urgent head takes {cases / day * 100:#,0.#} % of the day, or of the queue where that is shorter, and not the {options.UrgentShare * 100:0.#} % asked for: {cases:#,0.#} cases a day. The lines of urgent say which thresholds were kept or raised with review.")));
        }

        if (options.UrgentPrecision is { } wanted && proposal.Urgent.Figures.Precision.Value < wanted)
        {
            warnings.Add(new DataWarning("urgent-below-precision", string.Create(CultureInfo.InvariantCulture,
                $"The urgent head has an expected precision of {proposal.Urgent.Figures.Precision.Value * 100:0.##} %, not the {wanted * 100:0.##} % asked for: thresholds that were kept or raised with review bring more.")));
        }
    }
}
