using System.Globalization;
using GroomingSignals.RulePacks.Testing;

namespace GroomingSignals.Cli.Rendering;

/// <summary>Rule tests: a line a rule, then what failed and what is still to do.</summary>
internal static class TestResultRenderer
{
    public static Sheet Render(IReadOnlyCollection<RuleTestResult> results, int width)
    {
        var sheet = new Sheet(width);
        var columns = new Columns(1, 2, 3, 4);
        columns.Add(Head("RULE"), Head("RUNS"), Head("PASSED"), Head("FAILED"), Head("TODO"));
        foreach (IGrouping<string, RuleTestResult> rule in results.GroupBy(r => r.Test.RuleId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            int failed = Count(rule, RuleTestOutcome.Fail);
            columns.Add(
                rule.Key,
                Figures.Count(rule.Count()),
                Figures.Count(Count(rule, RuleTestOutcome.Pass)),
                new Cell(Figures.Count(failed), failed > 0 ? Palette.Raises : Palette.Dim),
                Figures.Count(Count(rule, RuleTestOutcome.Todo)));
        }

        columns.WriteTo(sheet, 0);
        List(sheet, results, RuleTestOutcome.Todo);
        List(sheet, results, RuleTestOutcome.Fail);
        int failures = Count(results, RuleTestOutcome.Fail);
        sheet.Line().Put($"{Figures.Counted(results.Count, "run")}: {Figures.Count(Count(results, RuleTestOutcome.Pass))} passed, ");
        sheet.Put($"{Figures.Count(failures)} failed", failures > 0 ? Palette.Raises : Palette.Lowers);
        sheet.Put($", {Figures.Count(Count(results, RuleTestOutcome.Todo))} to do").Line();
        return sheet;
    }

    public static string Name(RuleTestOutcome outcome) => outcome switch
    {
        RuleTestOutcome.Pass => "pass",
        RuleTestOutcome.Fail => "fail",
        _ => "todo",
    };

    private static void List(Sheet sheet, IReadOnlyCollection<RuleTestResult> results, RuleTestOutcome outcome)
    {
        bool first = true;
        foreach (RuleTestResult result in results.Where(r => r.Outcome == outcome))
        {
            if (first)
            {
                sheet.Line();
                first = false;
            }

            sheet.Put(string.Create(CultureInfo.InvariantCulture, $"{result.Test.Position.File}({result.Test.Position.Line},{result.Test.Position.Column}): "));
            sheet.Put(Name(outcome), outcome == RuleTestOutcome.Fail ? Palette.Raises : Palette.Warning);
            sheet.Put($" {result.Test.RuleId} \"{result.Test.Name}\" [{result.Run}]: {result.Reason}").Line();
        }
    }

    private static int Count(IEnumerable<RuleTestResult> results, RuleTestOutcome outcome) => results.Count(r => r.Outcome == outcome);

    private static Cell Head(string text) => new(text, Palette.Dim);
}
