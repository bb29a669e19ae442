using System.Text.Json;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Output;

/// <summary>What the data holds and how it was split, as JSON.</summary>
internal static class DataCheckJson
{
    public static void Write(Utf8JsonWriter writer, DataCheck check)
    {
        writer.WriteNumber("conversations", check.Conversations);
        writer.WriteNumber("messages", check.Messages);
        writer.Object("positives", check.Positives, WriteClass);
        writer.Object("negatives", check.Negatives, WriteClass);
        writer.Object("unlabelled", check.Unlabelled, WriteClass);
        writer.WriteNumber("empty", check.Empty);
        writer.WriteNumber("repeatedIds", check.RepeatedIds);
        writer.WriteNumber("synthetic", check.Synthetic);
        writer.Number("syntheticShare", check.SyntheticShare);
        writer.WriteNumber("nearDuplicateGroups", check.NearDuplicates.Groups.Length);
        writer.WriteNumber("nearDuplicates", check.NearDuplicates.Conversations);
        writer.WriteNumber("nearDuplicateGroupsAcrossLabels", check.NearDuplicatesAcrossLabels);
        writer.WriteNumber("commonTexts", check.NearDuplicates.CommonTexts);
        writer.WriteNumber("participants", check.Participants);
        writer.WriteNumber("participantsInSeveral", check.ParticipantsInSeveral);
        writer.WriteNumber("participantsOnBothSides", check.ParticipantsOnBothSides);
        writer.Objects("roles", check.Roles, WriteRole);
        writer.WriteNumber("missingTimes", check.MissingTimes);
        writer.Objects("warnings", check.Warnings, WriteWarning);
    }

    public static void Write(Utf8JsonWriter writer, FoldAssignment split)
    {
        writer.WriteNumber("seed", split.Seed);
        writer.Objects("folds", split.Folds, static (to, fold) =>
        {
            to.WriteNumber("positives", fold.Positives);
            to.WriteNumber("negatives", fold.Negatives);
            to.WriteNumber("unlabelled", fold.Unlabelled);
        });
        writer.Whole("nearDuplicatesKeptTogether", split.NearDuplicates?.Conversations);
        writer.WriteNumber("participantsOnBothSides", split.ParticipantsOnBothSides);
        writer.Objects("roles", split.Roles, WriteRole);
        writer.WriteNumber("largestGroup", split.LargestGroup);
        writer.WriteBoolean("isBalanced", split.IsBalanced);
        writer.Objects("warnings", split.Warnings, WriteWarning);
    }

    public static void WriteWarning(Utf8JsonWriter writer, DataWarning warning)
    {
        writer.Text("id", warning.Id);
        writer.Text("detail", warning.Detail);
    }

    private static void WriteRole(Utf8JsonWriter writer, ParticipantRole role)
    {
        writer.Text("id", role.Id);
        writer.WriteNumber("conversations", role.Conversations);
    }

    private static void WriteClass(Utf8JsonWriter writer, ClassSummary summary)
    {
        writer.WriteNumber("conversations", summary.Conversations);
        writer.Object("characters", summary.Characters, WriteQuartiles);
        writer.Object("messages", summary.Messages, WriteQuartiles);
        writer.Object("participants", summary.Participants, WriteQuartiles);
    }

    private static void WriteQuartiles(Utf8JsonWriter writer, Quartiles quartiles)
    {
        writer.WriteNumber("minimum", quartiles.Minimum);
        writer.WriteNumber("lower", quartiles.Lower);
        writer.WriteNumber("median", quartiles.Median);
        writer.WriteNumber("upper", quartiles.Upper);
        writer.WriteNumber("maximum", quartiles.Maximum);
    }
}
