using System.Globalization;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>By tactic and by rule.</summary>
internal static class TacticSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        if (result.Tactics.IsEmpty)
        {
            return;
        }

        page.Section("tactics", "By tactic and by rule");
        page.Paragraph($"In how many conversations a tactic was found and a rule fired, by the assessments of “{result.Assessor}”. A rule that fires in negatives as often as in cases says little here, though several may say much together.");
        bool labelled = result.Tactics.Any(t => t.Labelled is not null);
        Table tactics = new("By tactic", ["Tactic", "Cases", "Share of cases", "Negatives", "Share of negatives", .. labelled ? ["Labelled in the data", "Of these found"] : Array.Empty<string>()]);
        foreach (TacticFigure tactic in result.Tactics)
        {
            tactics.Row(
            [
                tactic.Tactic, Numbers.Whole(tactic.Positives), Share(tactic.Positives, result.Headline.Positives), Numbers.Whole(tactic.Negatives), Share(tactic.Negatives, result.Headline.Negatives),
                .. labelled ? [Numbers.Whole(tactic.Labelled ?? 0), Share(tactic.LabelledAndFound ?? 0, tactic.Labelled ?? 0)] : Array.Empty<string>(),
            ]);
        }

        page.Raw("<div class=\"panel\">").Table(tactics);
        if (!result.Rules.IsEmpty)
        {
            Table rules = new("By rule, the most frequent first", "Rule", "Tactic", "Cases", "Negatives", "Of its conversations, cases") { Words = 1 };
            foreach (RuleFigure rule in result.Rules.OrderByDescending(r => r.Positives + r.Negatives).ThenBy(r => r.Rule, StringComparer.Ordinal))
            {
                rules.Row(rule.Rule, rule.Tactic, Numbers.Whole(rule.Positives), Numbers.Whole(rule.Negatives), Share(rule.Positives, rule.Positives + rule.Negatives));
            }

            page.Raw(string.Create(CultureInfo.InvariantCulture, $"<details><summary>{result.Rules.Length} rules that fired</summary>")).Table(rules).Raw("</details>");
        }

        page.Raw("</div>").EndSection();
    }

    private static string Share(int part, int whole) => whole == 0 ? Numbers.Undefined : Numbers.Percent((double)part / whole);
}
