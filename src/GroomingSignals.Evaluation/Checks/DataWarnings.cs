using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Checks;

/// <summary>Says what a reader of figures must know. The ids are stable: tools and tests name them.</summary>
internal static class DataWarnings
{
    /// <summary>From this ratio of medians on, length alone tells the classes apart well.</summary>
    private const double MuchLonger = 2;

    public static ImmutableArray<DataWarning> Of(DataCheck check, ParticipantScope scope) => [.. All(check, scope).OfType<DataWarning>()];

    private static IEnumerable<DataWarning?> All(DataCheck c, ParticipantScope scope)
    {
        bool oneClass = c.Positives.Conversations == 0 != (c.Negatives.Conversations == 0);
        yield return When(c.Conversations == 0, "no-data", $"There are no conversations.");
        yield return When(oneClass, "one-class",
            $"All labels say {(c.Positives.Conversations > 0 ? "grooming" : "not grooming")}: what compares the classes is undefined.");
        yield return When(c.Conversations > 0 && c.Unlabelled.Conversations == c.Conversations, "no-labels", $"No conversation has a label.");
        yield return When(c.Unlabelled.Conversations > 0 && c.Unlabelled.Conversations < c.Conversations, "unlabelled",
            $"{c.Unlabelled.Conversations} of {c.Conversations} conversations have no label and count in no figure.");
        yield return When(c.Synthetic > 0, "synthetic",
            $"{c.Synthetic} of {c.Conversations} conversations are synthetic: figures on them show that the machinery works and nothing about the field.");
        yield return When(c.RepeatedIds > 0, "repeated-ids", $"Conversations that share their id with another one: {c.RepeatedIds}.");
        yield return When(c.Empty > 0, "empty-conversations", $"Conversations without messages: {c.Empty}.");
        yield return When(c.NearDuplicates.Groups.Length > 0, "near-duplicates",
            $"Conversations that are near-duplicates of others: {c.NearDuplicates.Conversations}; groups of them: {c.NearDuplicates.Groups.Length}.");
        yield return When(c.NearDuplicatesAcrossLabels > 0, "near-duplicates-across-labels",
            $"Groups of near-duplicates that have both labels: {c.NearDuplicatesAcrossLabels}. At least one label of each is wrong, or the text does not decide it.");
        yield return When(c.NearDuplicates.CommonTexts > 0, "common-texts",
            $"Conversations that consist of a short text that over 1 % of conversations share: {c.NearDuplicates.CommonTexts}. These are not taken for duplicates.");
        yield return When(scope == ParticipantScope.Local && c.ParticipantsInSeveral > 0, "participants-repeat",
            $"Participant ids that stand in several conversations: {c.ParticipantsInSeveral}. If an id names one person throughout the data, say that ids are global.");
        yield return When(c.ParticipantsOnBothSides > 0, "participants-on-both-sides",
            $"Participant ids that stand in conversations of both classes: {c.ParticipantsOnBothSides}.");
        yield return When(scope == ParticipantScope.Global && c.Roles.Length > 0, "participant-roles",
            $"Participant ids that stand in over 1 % of conversations: {c.Roles.Length}. They name roles, not persons, and are not grouped.");
        yield return When(c.MissingTimes > 0, "missing-times", $"{c.MissingTimes} of {c.Messages} messages have no time.");
        yield return MuchLongerClass(c);
        yield return When(c.Positives.Participants?.Median != c.Negatives.Participants?.Median && c.Positives.Conversations > 0 && c.Negatives.Conversations > 0,
            "participants-differ-by-class",
            $"The median number of participants is {c.Positives.Participants?.Median} in positives and {c.Negatives.Participants?.Median} in negatives: it alone tells classes apart. Read the matched figures.");
    }

    private static DataWarning? MuchLongerClass(DataCheck c)
    {
        if (c.Positives.Characters is not { } positives || c.Negatives.Characters is not { } negatives)
        {
            return null;
        }

        bool positivesLonger = positives.Median > negatives.Median;
        (long longer, long shorter) = positivesLonger ? (positives.Median, negatives.Median) : (negatives.Median, positives.Median);
        return When(longer >= MuchLonger * shorter && longer > 0, "length-differs-by-class",
            $"{(positivesLonger ? "Positives" : "Negatives")} are much longer: a median of {longer} characters against {shorter}. Length alone tells classes apart; read the length-matched figures.");
    }

    private static DataWarning? When(bool holds, string id, FormattableString detail) =>
        holds ? new DataWarning(id, detail.ToString(CultureInfo.InvariantCulture)) : null;
}
