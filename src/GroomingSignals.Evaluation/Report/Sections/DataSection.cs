using System.Globalization;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>What the data holds, and its warnings.</summary>
internal static class DataSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        page.Section("data", "The data");
        if (!result.Warnings.IsEmpty)
        {
            page.Raw("<ul>" + string.Concat(result.Warnings.Select(w => $"<li><code>{Html.Text(w.Id)}</code> {Html.Text(w.Detail)}</li>")) + "</ul>");
        }

        Table table = new("By class: quartiles a conversation (lower, median, upper)", "Class", "Conversations", "Characters", "Messages", "Participants");
        foreach ((string name, ClassSummary summary) in new[] { ("grooming", result.Check.Positives), ("not grooming", result.Check.Negatives), ("no label", result.Check.Unlabelled) })
        {
            if (summary.Conversations > 0)
            {
                table.Row(name, Numbers.Whole(summary.Conversations), Range(summary.Characters), Range(summary.Messages), Range(summary.Participants));
            }
        }

        page.Raw("<div class=\"panel\">").Table(table);
        if (result.Split is { } split)
        {
            Table folds = new(
                result.Options.Split.Participants == Splits.ParticipantScope.Global
                    ? "Folds. A conversation, its near-duplicates and everything of one person stand in one fold."
                    : "Folds. A conversation and its near-duplicates stand in one fold.",
                "Fold", "Cases", "Negatives", "Threshold");
            for (int fold = 0; fold < split.Folds.Length; fold++)
            {
                folds.Row(
                    fold.ToString(CultureInfo.InvariantCulture), Numbers.Whole(split.Folds[fold].Positives), Numbers.Whole(split.Folds[fold].Negatives), Numbers.Short(result.Headline.Thresholds[fold]));
            }

            page.Raw("<details><summary>Folds and thresholds</summary>").Table(folds).Raw("</details>");
        }

        page.Raw("</div>").EndSection();
    }

    private static string Range(Quartiles? quartiles) =>
        quartiles is null ? Numbers.Undefined : $"{Numbers.Whole(quartiles.Lower)} · {Numbers.Whole(quartiles.Median)} · {Numbers.Whole(quartiles.Upper)}";
}
