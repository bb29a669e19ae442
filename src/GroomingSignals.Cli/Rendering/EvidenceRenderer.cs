using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>The evidence: rule, message, span, what was done with the words, what it added, and the rule's sentence.</summary>
internal static class EvidenceRenderer
{
    public static void Render(Sheet sheet, RiskAssessment assessment, Conversation? conversation, bool marks)
    {
        AssessmentRenderer.Label(sheet, "evidence");
        if (assessment.Evidence.IsDefaultOrEmpty)
        {
            sheet.Put("none", Palette.Dim).Line();
            return;
        }

        sheet.Wrap(
            assessment.Versions.Model is null
                ? "points as added; tactics have what decay left of them"
                : "points as added, weighed by the model; tactics are as the rules count them, with what decay left",
            Palette.Dim);
        QuotedText? quoted = conversation is null ? null : new QuotedText(conversation, marks);
        var columns = new Columns(4);
        Func<decimal, string> points = Figures.RoundedPoints;
        columns.Add(Head("RULE"), Head("MESSAGE"), Head("SPAN"), Head("ROLE/VIEW"), Head("POINTS"));
        foreach (EvidenceItem item in assessment.Evidence)
        {
            if (item.Anchors.IsDefaultOrEmpty)
            {
                Add(columns, item, item.Earlier > 0 ? $"{Figures.Count(item.Earlier)} earlier" : "-", "-", points, s => Sentence(s, item));
                continue;
            }

            for (int i = 0; i < item.Anchors.Length; i++)
            {
                EvidenceAnchor anchor = item.Anchors[i];
                bool last = i == item.Anchors.Length - 1;
                Add(columns, item, anchor.MessageId, Spans(anchor), points, s =>
                {
                    quoted?.Write(s, anchor);
                    if (last)
                    {
                        Sentence(s, item);
                    }
                }, first: i == 0);
            }
        }

        columns.WriteTo(sheet, AssessmentRenderer.Indent);
    }

    private static void Add(Columns columns, EvidenceItem item, string message, string spans, Func<decimal, string> points, Action<Sheet> detail, bool first = true)
    {
        if (!first)
        {
            columns.AddWithDetail(detail, "", message, spans, "", "");
            return;
        }

        columns.AddWithDetail(
            detail,
            new Cell(item.RuleId, Palette.Strong),
            message,
            spans,
            item.Earlier > 0 ? "-" : $"{AssessmentJson.Name(item.Role)}/{AssessmentJson.Name(item.View)}",
            item.Shadow ? new Cell("shadow", Palette.Dim) : points(item.Contribution));
    }

    private static void Sentence(Sheet sheet, EvidenceItem item)
    {
        if (item.Explanation.Length > 0)
        {
            sheet.To(AssessmentRenderer.Indent + 2).Wrap(item.Explanation, Palette.Dim);
        }
    }

    private static string Spans(EvidenceAnchor anchor) => anchor.Spans.IsDefaultOrEmpty
        ? "tag"
        : string.Join(", ", anchor.Spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}..{s.End}")));

    private static Cell Head(string text) => new(text, Palette.Dim);
}
