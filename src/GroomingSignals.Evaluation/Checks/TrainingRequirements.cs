using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Data;

namespace GroomingSignals.Evaluation.Checks;

/// <summary>
/// What data must have before anything is learnt from it. Trainers accept less in silence, and their results then mean nothing:
/// a boosted forest on eight rows has no trees, and on a single class it learns a constant.
/// </summary>
public static class TrainingRequirements
{
    /// <summary>How many conversations of each class a training needs at least.</summary>
    public const int MinimumOfEachClass = 10;

    /// <summary>The problems of data; none when something can be learnt.</summary>
    /// <param name="conversations">The data.</param>
    /// <param name="folds">The folds of a cross-validation, each of which leaves a part out of training; 1 for a training on everything.</param>
    public static ImmutableArray<TrainingProblem> Check(IReadOnlyList<LabelledConversation> conversations, int folds = 1)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 1);
        int positives = conversations.Count(c => c.Label is true);
        int negatives = conversations.Count(c => c.Label is false);
        if (positives + negatives == 0)
        {
            return [new TrainingProblem("no-data", conversations.Count == 0 ? "There are no conversations." : "No conversation has a label.")];
        }

        int needed = Needed(folds);
        if (positives == 0 || negatives == 0)
        {
            return
            [
                Problem("one-class", $"All {positives + negatives} labels say {(positives > 0 ? "grooming" : "not grooming")}: at least {needed} conversations of each class are needed."),
            ];
        }

        var problems = ImmutableArray.CreateBuilder<TrainingProblem>();
        if (positives < needed)
        {
            problems.Add(Problem("too-few-positives", $"{positives} conversations are labelled as grooming; at least {needed} are needed{With(folds)}."));
        }

        if (negatives < needed)
        {
            problems.Add(Problem("too-few-negatives", $"{negatives} conversations are labelled as not grooming; at least {needed} are needed{With(folds)}."));
        }

        return problems.ToImmutable();
    }

    /// <summary>Throws when nothing can be learnt.</summary>
    /// <param name="conversations">The data.</param>
    /// <param name="folds">As for <see cref="Check"/>.</param>
    /// <exception cref="ArgumentException">There are problems; the message lists them.</exception>
    public static void Require(IReadOnlyList<LabelledConversation> conversations, int folds = 1)
    {
        ImmutableArray<TrainingProblem> problems = Check(conversations, folds);
        if (problems.Length > 0)
        {
            throw new ArgumentException(string.Join(" ", problems.Select(p => p.Detail)), nameof(conversations));
        }
    }

    /// <summary>How many conversations of each class are needed, so that each training part keeps the minimum and each fold has one.</summary>
    /// <param name="folds">The folds; 1 for a training on everything.</param>
    public static int Needed(int folds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 1);
        return folds == 1 ? MinimumOfEachClass : Math.Max(folds, ((MinimumOfEachClass * folds) + folds - 2) / (folds - 1));
    }

    private static string With(int folds) => folds == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" for {folds} folds");

    private static TrainingProblem Problem(string id, FormattableString detail) => new(id, detail.ToString(CultureInfo.InvariantCulture));
}
