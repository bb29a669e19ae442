using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using Spectre.Console;

namespace GroomingSignals.Cli.Rendering;

/// <summary>Why a rule fired or did not: message by message, condition by condition.</summary>
internal static class RuleTraceRenderer
{
    public static Sheet Render(RuleTrace trace, string title, Conversation conversation, TableDetail detail, int width)
    {
        var sheet = new Sheet(width);
        sheet.Put(trace.RuleId, Palette.Strong).Put("  ").Wrap(title);
        sheet.Put("conversation ", Palette.Dim).Put(conversation.Id ?? "(no id)").Line();
        Totals(sheet, trace);
        QuotedText? quoted = detail.ShowText ? new QuotedText(conversation, detail.Marks) : null;
        foreach (RuleTraceStep step in trace.Steps)
        {
            if (step.Outcome != RuleTraceOutcome.NotTried)
            {
                Step(sheet, step, quoted);
            }
        }

        NotTried(sheet, trace);
        return sheet;
    }

    private static void Totals(Sheet sheet, RuleTrace trace)
    {
        int matched = trace.Steps.Count(s => s.Outcome == RuleTraceOutcome.Matched);
        int tried = trace.Steps.Count(s => s.Outcome != RuleTraceOutcome.NotTried);
        sheet.Put(matched > 0 ? "fired" : "did not fire", matched > 0 ? Palette.Raises : Palette.Lowers);
        sheet.Put($": matched {Figures.Count(matched)} of {Figures.Counted(tried, "try", "tries")}").Line();
    }

    private static void Step(Sheet sheet, RuleTraceStep step, QuotedText? quoted)
    {
        sheet.Line();
        bool matched = step.Outcome == RuleTraceOutcome.Matched;
        sheet.Put(matched ? "● " : "○ ", matched ? Palette.Raises : Palette.Dim);
        sheet.Put($"message {step.MessageId}", Palette.Strong).Put($"  {step.From} → {step.Towards}  ");
        sheet.Put(matched ? "matched" : "not matched", matched ? Palette.Raises : Palette.Dim).Line();
        if (step.Reason is { } reason)
        {
            sheet.To(2).Wrap(reason, Palette.Dim);
        }

        if (step.Condition is { } condition)
        {
            Condition(sheet, condition, step, quoted, 2);
        }
    }

    private static void Condition(Sheet sheet, ConditionTrace condition, RuleTraceStep step, QuotedText? quoted, int indent)
    {
        (string word, Style style) = condition.Outcome switch
        {
            ConditionOutcome.True => ("yes", Palette.Raises),
            ConditionOutcome.Unknown => ("unknown", Palette.Warning),
            _ => ("no", Palette.Dim),
        };
        sheet.To(indent).Put(word.PadRight(9), style);
        string spans = string.Join(", ", condition.Spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}..{s.End}")));
        sheet.Wrap(spans.Length == 0 ? condition.Text : $"{condition.Text}  at {spans}");
        if (condition.Detail is { } detail)
        {
            sheet.To(indent + 9).Wrap(detail, Palette.Dim);
        }

        quoted?.Write(sheet, new EvidenceAnchor(step.MessageId, condition.Spans), indent + 9);
        foreach (ConditionTrace part in condition.Parts)
        {
            Condition(sheet, part, step, quoted, Math.Min(indent + 2, sheet.Width / 2));
        }
    }

    /// <summary>Messages on which the rule was not tried, by reason: a conversation of thousands has a few lines.</summary>
    private static void NotTried(Sheet sheet, RuleTrace trace)
    {
        IEnumerable<IGrouping<string, RuleTraceStep>> groups = trace.Steps
            .Where(s => s.Outcome == RuleTraceOutcome.NotTried)
            .GroupBy(s => s.Reason ?? "not tried", StringComparer.Ordinal);
        bool first = true;
        foreach (IGrouping<string, RuleTraceStep> group in groups)
        {
            if (first)
            {
                sheet.Line();
                first = false;
            }

            string[] ids = [.. group.Select(s => s.MessageId).Distinct(StringComparer.Ordinal)];
            string shown = string.Join(", ", ids.Take(12)) + (ids.Length > 12 ? $" and {Figures.Count(ids.Length - 12)} more" : "");
            sheet.Put("not tried  ", Palette.Dim).Wrap($"{group.Key}: {shown}", Palette.Dim);
        }
    }
}
