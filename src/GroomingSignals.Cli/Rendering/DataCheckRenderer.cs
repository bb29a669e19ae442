using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What labelled data holds, before anything is made of it: counts by class, what repeats, and warnings.</summary>
internal static class DataCheckRenderer
{
    private const int FewRoles = 5;

    /// <param name="check">What was found.</param>
    /// <param name="brokenMessages">How many messages hold U+FFFD.</param>
    /// <param name="errors">How many lines, rows or conversations could not be read.</param>
    /// <param name="width">The width in cells.</param>
    public static Sheet Render(DataCheck check, long brokenMessages, long errors, int width)
    {
        Sheet sheet = Heading.Write(new Sheet(width), "data");
        string problems = errors == 0 ? "no errors" : Figures.Counted(errors, "error");
        sheet.Put($" {Figures.Counted(check.Conversations, "conversation")}, {Figures.Counted(check.Messages, "message")}, ");
        sheet.Put(problems, errors == 0 ? Palette.Dim : Palette.Raises).Line().Line();
        Classes(sheet, check);
        Counts(sheet.Line(), check);
        foreach (DataWarning warning in check.Warnings)
        {
            Warn(sheet, warning.Id, warning.Detail);
        }

        if (brokenMessages > 0)
        {
            Warn(sheet, "not-utf-8", $"{Figures.Counted(brokenMessages, "message")} {(brokenMessages == 1 ? "holds" : "hold")} U+FFFD in the place of bytes that are not UTF-8: was the file saved in another encoding?");
        }

        return sheet.Line();
    }

    private static void Classes(Sheet sheet, DataCheck check)
    {
        (string Name, ClassSummary Class)[] classes =
        [
            ("grooming", check.Positives), ("not", check.Negatives),
            .. check.Unlabelled.Conversations > 0 ? [("unlabelled", check.Unlabelled)] : Array.Empty<(string, ClassSummary)>(),
        ];
        var columns = new Columns(1, 2, 3, 4);
        columns.Add(Head("CLASS"), Head("CONVERSATIONS"), Head("MESSAGES"), Head("CHARACTERS"), Head("PARTICIPANTS"));
        foreach ((string name, ClassSummary summary) in classes)
        {
            columns.Add(name, Figures.Count(summary.Conversations), Spread(summary.Messages), Spread(summary.Characters), Spread(summary.Participants));
        }

        columns.WriteTo(sheet, 1);
        sheet.To(1).Wrap("a conversation: median (first to third quartile)", Palette.Dim);
    }

    private static void Counts(Sheet sheet, DataCheck check)
    {
        var columns = new Columns(1);
        columns.Add("near-duplicates", Figures.Count(check.NearDuplicates.Conversations), Of("group", check.NearDuplicates.Groups.Length));
        columns.Add("of both labels", Figures.Count(check.NearDuplicatesAcrossLabels), "groups of near-duplicates");
        columns.Add("participants", Figures.Count(check.Participants), "");
        columns.Add("in several", Figures.Count(check.ParticipantsInSeveral), "conversations; roles aside");
        columns.Add("on both sides", Figures.Count(check.ParticipantsOnBothSides), "in conversations of both classes");
        columns.Add("roles", Figures.Count(check.Roles.Length), Roles(check.Roles));
        columns.Add("missing times", Figures.Count(check.MissingTimes), "messages");
        columns.Add("empty", Figures.Count(check.Empty), "conversations without messages");
        columns.WriteTo(sheet, 1);
    }

    private static void Warn(Sheet sheet, string id, string detail) =>
        sheet.To(1).Put($"warning {id}", Palette.Warning).Line().To(3).Wrap(detail);

    private static string Roles(IReadOnlyCollection<ParticipantRole> roles) =>
        string.Join(", ", roles.Take(FewRoles).Select(r => r.Id)) + (roles.Count > FewRoles ? ", …" : "");

    private static string Of(string one, int count) => count == 0 ? "" : $"in {Figures.Counted(count, one)}";

    private static string Spread(Quartiles? quartiles) => quartiles is null
        ? "-"
        : $"{Figures.Count(quartiles.Median)} ({Figures.Count(quartiles.Lower)}–{Figures.Count(quartiles.Upper)})";

    private static Cell Head(string text) => new(text, Palette.Dim);
}
