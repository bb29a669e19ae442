using GroomingSignals.Data;

namespace GroomingSignals.Evaluation.Splits;

/// <summary>
/// Splits labelled conversations into folds. A conversation stands in one fold whole; so do conversations of one id, of nearly the same text,
/// and, when ids are global, of one person. The classes are spread evenly. The same data and seed give the same folds on any number of threads.
/// </summary>
public static class ConversationFolds
{
    /// <summary>Splits into folds of equal size, for cross-validation.</summary>
    /// <param name="conversations">The data; conversations without a label are spread evenly too.</param>
    /// <param name="folds">How many, from 2 to the number of conversations.</param>
    /// <param name="seed">Decides what chance decides.</param>
    /// <param name="options">What must stay together; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is below 2, or there are fewer conversations.</exception>
    public static FoldAssignment Split(IReadOnlyList<LabelledConversation> conversations, int folds, int seed, SplitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, conversations.Count);
        double[] shares = new double[folds];
        Array.Fill(shares, 1.0 / folds);
        return FoldMaker.Make(conversations, shares, seed, options ?? SplitOptions.Default);
    }

    /// <summary>Holds a part out. Fold 0 is the part to learn from, fold 1 the part that is held out.</summary>
    /// <param name="conversations">The data; at least two conversations.</param>
    /// <param name="share">The share to hold out, between 0 and 1.</param>
    /// <param name="seed">Decides what chance decides.</param>
    /// <param name="options">What must stay together; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not between 0 and 1, or there are fewer than two conversations.</exception>
    public static FoldAssignment HoldOut(IReadOnlyList<LabelledConversation> conversations, double share, int seed, SplitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        ArgumentOutOfRangeException.ThrowIfLessThan(conversations.Count, 2, nameof(conversations));
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share to hold out lies between 0 and 1, for example 0.2.");
        }

        return FoldMaker.Make(conversations, [1 - share, share], seed, options ?? SplitOptions.Default);
    }
}
