using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.Rules;

namespace GroomingSignals.Cli.Rendering;

/// <summary>One rule, in full.</summary>
internal static class RuleDetailRenderer
{
    private const int Indent = 17;

    public static Sheet Render(Rule rule, RuleSet set, int width)
    {
        var sheet = new Sheet(width);
        sheet.Put(rule.Id, Palette.Strong).Put("  ").Wrap(rule.Title, Palette.Strong);
        Line(sheet, "pack", string.Create(CultureInfo.InvariantCulture, $"{rule.PackId}, revision {rule.Revision}"));
        Line(sheet, "tactic", $"{Taxonomy.Id(rule.Tactic)} / {rule.Subtype}");
        Line(sheet, "status", $"{RuleNames.Of(rule.Status)}, {RuleNames.Of(rule.Mode)}, priority {RuleNames.Of(rule.Priority)}");
        Line(sheet, "score", Score(rule.Score));
        Line(sheet, "roles", string.Join(", ", rule.Roles.Select(AssessmentJson.Name)));
        Line(sheet, "when unknown", rule.UnknownIsMatch ? "counts as a match" : "counts as no match");
        if (rule.Speaker is { } speaker)
        {
            Line(sheet, "speaker", ConditionText.Head(speaker, set.Cues)["speaker ".Length..]);
        }

        if (rule.Listener is { } listener)
        {
            Line(sheet, "listener", ConditionText.Head(listener, set.Cues)["listener ".Length..]);
        }

        Label(sheet, "when");
        Tree(sheet, rule.When, set.Cues, Indent);
        Line(sheet, "says", rule.Explain);
        Line(sheet, "rationale", rule.Rationale);
        Lines(sheet, "false positives", rule.FalsePositives);
        Lines(sheet, "references", rule.References);
        if (set.Advice.TryGetValue(rule.Tactic, out RuleAdvice? advice))
        {
            Line(sheet, "for the reviewer", advice.Reviewer);
            Line(sheet, "for the person", advice.AtRisk);
            Line(sheet, "advice from", advice.Source);
        }

        return sheet;
    }

    private static string Score(RuleScore score)
    {
        string repeat = score.Repeat == 0 ? "" : $", {Figures.Points(RuleNames.LogOdds(score.Repeat))} for each repeat";
        return $"{Figures.Points(RuleNames.LogOdds(score.LogOdds))} log-odds{repeat}, at most {Figures.Points(RuleNames.LogOdds(score.Cap))}, " +
            $"half-life {RuleNames.HalfLife(score.HalfLife)}";
    }

    private static void Tree(Sheet sheet, Condition condition, CueSet cues, int indent)
    {
        sheet.To(indent).Wrap(Text(condition, cues));
        foreach (Condition part in ConditionText.Parts(condition))
        {
            Tree(sheet, part, cues, Math.Min(indent + 2, sheet.Width / 2));
        }
    }

    private static string Text(Condition condition, CueSet cues)
    {
        string head = ConditionText.Head(condition, cues);
        int count = condition switch
        {
            CueCondition c when cues.Cues[c.Cue] is LexiconCue lexicon => lexicon.Literals.Length,
            NumberCondition n when cues.Cues[n.Cue] is NumberCue number => number.Phrases.Length,
            _ => 0,
        };
        return count == 0 ? head : $"{head}  ({Figures.Counted(count, "literal")})";
    }

    private static void Lines(Sheet sheet, string label, IReadOnlyList<string> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            Line(sheet, i == 0 ? label : "", values[i]);
        }
    }

    private static void Line(Sheet sheet, string label, string value)
    {
        if (value.Length > 0)
        {
            Label(sheet, label).Wrap(value);
        }
    }

    private static Sheet Label(Sheet sheet, string label) => sheet.Put(label, Palette.Dim).To(Indent);
}
