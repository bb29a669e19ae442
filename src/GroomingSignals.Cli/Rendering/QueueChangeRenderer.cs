using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Commands.Comparing;
using GroomingSignals.Evaluation.OperatingPoints.Figures;

namespace GroomingSignals.Cli.Rendering;

/// <summary>One queue before and after: its size with an interval, who enters and leaves, and the rules that stand in their ledgers.</summary>
internal static class QueueChangeRenderer
{
    private const int FewIds = 8;
    private const int FewRules = 12;

    public static void Write(Sheet sheet, QueueChange queue, long conversations)
    {
        Heading.Write(sheet.Line(), AssessmentJson.Name(queue.Severity) + " queue");
        sheet.To(1).Put($"{Figures.Count(queue.Before)} → {Figures.Count(queue.After)}", Palette.Strong);
        sheet.Put("  ").Put($"{Figures.Count(queue.Entered.Count)} enter", Palette.Raises).Put(", ").Put($"{Figures.Count(queue.Left.Count)} leave", Palette.Lowers).Line();
        Ranged share = queue.Share(conversations);
        if (share.Interval is { } interval)
        {
            sheet.To(1).Wrap($"change in the share of conversations: {Points(share.Value!.Value)} (95 % interval {Points(interval.Lower)} to {Points(interval.Upper)})");
        }

        Ids(sheet, "enter", queue.Entered);
        Ids(sheet, "leave", queue.Left);
        var rules = queue.ByRule.ToList();
        if (rules.Count > 0)
        {
            var columns = new Columns(1, 2);
            columns.Add(new Cell("RULE", Palette.Dim), new Cell("ENTER", Palette.Dim), new Cell("LEAVE", Palette.Dim));
            foreach ((string rule, int entered, int left) in rules.Take(FewRules))
            {
                columns.Add(rule, Figures.Count(entered), Figures.Count(left));
            }

            columns.WriteTo(sheet, 1);
            if (rules.Count > FewRules)
            {
                sheet.To(1).Put($"and {Figures.Counted(rules.Count - FewRules, "more rule")}", Palette.Dim).Line();
            }
        }

        foreach ((SeverityDecision decision, int entered, int left) in queue.ByDecision)
        {
            sheet.To(1).Put($"decided by {AssessmentJson.Name(decision)}: {Figures.Count(entered)} enter, {Figures.Count(left)} leave", Palette.Dim).Line();
        }
    }

    private static void Ids(Sheet sheet, string what, List<string> ids)
    {
        if (ids.Count > 0)
        {
            sheet.To(1).Put($"{what}  ", Palette.Dim).Wrap(string.Join(", ", ids.Take(FewIds).Select(id => id.Length == 0 ? "(no id)" : id)) + (ids.Count > FewIds ? $" and {Figures.Count(ids.Count - FewIds)} more" : ""));
        }
    }

    /// <summary>In percentage points of all conversations.</summary>
    private static string Points(double share) => (share * 100).ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture) + " %";
}
