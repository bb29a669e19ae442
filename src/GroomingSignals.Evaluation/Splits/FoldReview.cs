using System.Collections.Immutable;
using System.Globalization;

namespace GroomingSignals.Evaluation.Splits;

/// <summary>Judges a split.</summary>
internal static class FoldReview
{
    private const double Tolerance = 0.2;

    /// <summary>True when no class of a fold is further from its share than a fifth, or than one conversation.</summary>
    public static bool IsBalanced(FoldBalancer balancer, double[] shares, FoldCounts total) =>
        Enumerable.Range(0, shares.Length).All(fold =>
        {
            FoldCounts counts = balancer.CountsOf(fold);
            return IsNear(counts.Positives, shares[fold] * total.Positives) && IsNear(counts.Negatives, shares[fold] * total.Negatives);
        });

    public static ImmutableArray<DataWarning> Warnings(FoldAssignment made, FoldCounts total)
    {
        var warnings = ImmutableArray.CreateBuilder<DataWarning>();
        if (!made.IsBalanced)
        {
            string folds = string.Join(", ", made.Folds.Select(f => Format($"{f.Positives} of {f.Conversations}")));
            warnings.Add(new DataWarning("folds-unbalanced", Format(
                $"Balanced folds are impossible: a group of {made.LargestGroup} conversations that share an id, a person or nearly the same text stays on one side. Positives by fold: {folds}.")));
        }

        int empty = made.Folds.Count(f => (f.Positives == 0 && total.Positives > 0) || (f.Negatives == 0 && total.Negatives > 0));
        if (empty > 0)
        {
            warnings.Add(new DataWarning("fold-without-class", Format($"{empty} of {made.Folds.Length} folds have conversations of one class only.")));
        }

        if (made.NearDuplicates is { Groups.Length: > 0 } duplicates)
        {
            warnings.Add(new DataWarning("near-duplicates", Format(
                $"Conversations that are near-duplicates: {duplicates.Conversations}; groups of them, each of which stays on one side: {duplicates.Groups.Length}.")));
        }

        if (made.Roles.Length > 0)
        {
            warnings.Add(new DataWarning("participant-roles", Format(
                $"Participant ids that stand in over 1 % of conversations: {made.Roles.Length}. They name roles, not persons, and are not grouped.")));
        }

        if (made.ParticipantsOnBothSides > 0)
        {
            warnings.Add(new DataWarning("participants-on-both-sides", Format(
                $"Participant ids that stand in more than one fold: {made.ParticipantsOnBothSides}. If an id names one person throughout the data, say that ids are global.")));
        }

        return warnings.ToImmutable();
    }

    private static bool IsNear(int count, double wanted) => Math.Abs(count - wanted) <= Math.Max(1, Tolerance * wanted);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
