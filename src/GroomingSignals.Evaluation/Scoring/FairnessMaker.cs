using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>Figures of the groups that the data names, and of the age of the youngest participant whose age is known.</summary>
internal static class FairnessMaker
{
    public const string AgeDimension = "youngest-age";

    /// <summary>Above so many different values something is an id, not a group.</summary>
    private const int MaxGroups = 50;

    public static ImmutableArray<FairnessFigure> Make(
        IReadOnlyList<LabelledConversation> conversations, IReadOnlyList<int> rows, Func<int, bool?> isAlerted, EvaluationOptions options, CancellationToken cancellationToken)
    {
        if (rows.Any(i => isAlerted(i) is null))
        {
            return [];
        }

        string[] dimensions = [.. rows.SelectMany(i => conversations[i].Groups.Keys).Append(AgeDimension).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return
        [
            .. dimensions.Select(d => Of(d, conversations, rows, isAlerted)).Where(f => f.Groups.Length is > 1 and <= MaxGroups)
                .Select(f => WithIntervals(f, conversations, rows, isAlerted, options, cancellationToken)),
        ];
    }

    private static FairnessFigure Of(string dimension, IReadOnlyList<LabelledConversation> conversations, IReadOnlyList<int> rows, Func<int, bool?> isAlerted)
    {
        var groups = rows.GroupBy(i => GroupOf(conversations[i], dimension), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        return new FairnessFigure(dimension, [.. groups.Select(g => new FairnessGroup(g.Key, Count(g, conversations, isAlerted)))]);
    }

    private static FairnessFigure WithIntervals(
        FairnessFigure figure, IReadOnlyList<LabelledConversation> conversations, IReadOnlyList<int> rows, Func<int, bool?> isAlerted, EvaluationOptions options, CancellationToken cancellationToken)
    {
        var place = figure.Groups.Select((g, i) => (g.Group, i)).ToDictionary(p => p.Group, p => p.i, StringComparer.Ordinal);
        bool[] labels = [.. rows.Select(i => conversations[i].Label is true)];
        GroupGaps gaps = new([.. rows.Select(i => place[GroupOf(conversations[i], figure.Dimension)])], place.Count, labels, [.. rows.Select(i => isAlerted(i) is true)]);
        double[][] resampled = Resampling.Run(labels, options.Resamples, 2, options.Seed, options.Threads, gaps.Write, cancellationToken);
        return figure with
        {
            FalsePositiveRateInterval = figure.FalsePositiveRateGap is null ? null : Interval.Of(resampled[0]),
            FalseNegativeRateInterval = figure.FalseNegativeRateGap is null ? null : Interval.Of(resampled[1]),
        };
    }

    private static Confusion Count(IEnumerable<int> rows, IReadOnlyList<LabelledConversation> conversations, Func<int, bool?> isAlerted)
    {
        bool[] labels = [.. rows.Select(i => conversations[i].Label is true)];
        double[] alerts = [.. rows.Select(i => isAlerted(i) is true ? 1.0 : 0)];
        return Confusion.At(alerts, labels, 1);
    }

    private static string GroupOf(LabelledConversation conversation, string dimension)
    {
        if (conversation.Groups.TryGetValue(dimension, out string? named))
        {
            return named;
        }

        return string.Equals(dimension, AgeDimension, StringComparison.Ordinal)
            ? AgeBands.Name(conversation.Conversation.Participants.Select(p => p.Age).Where(a => a != AgeBand.Unknown).DefaultIfEmpty(AgeBand.Unknown).Min())
            : "(not said)";
    }
}
