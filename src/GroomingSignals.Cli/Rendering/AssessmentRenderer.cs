using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>One assessment, as people read it.</summary>
internal static class AssessmentRenderer
{
    /// <summary>Where values begin, after the labels.</summary>
    public const int Indent = 11;

    private const int BarCells = 24;

    /// <param name="assessment">What to show.</param>
    /// <param name="explained">What else is known of the conversation.</param>
    /// <param name="detail">How much to show.</param>
    /// <param name="width">The width in cells.</param>
    public static Sheet Render(RiskAssessment assessment, Explained explained, TableDetail detail, int width)
    {
        var sheet = new Sheet(width);
        Title(sheet, assessment);
        Headline(sheet, assessment);
        Who(sheet, assessment);
        Label(sheet, "queue").Wrap(assessment.Recommendation);
        Tactics(sheet, assessment);
        EvidenceRenderer.Render(sheet, assessment, detail.ShowText ? explained.Conversation : null, detail.Marks);
        if (detail.Explain)
        {
            LedgerRenderer.Render(sheet, assessment);
            ClassifierRenderer.Render(sheet, explained);
            ExplanationRenderer.Render(sheet, assessment);
        }

        return sheet.Line();
    }

    public static Sheet Label(Sheet sheet, string label) => sheet.To(1).Put(label, Palette.Dim).To(Indent);

    private static void Title(Sheet sheet, RiskAssessment assessment)
    {
        string id = new Cell(assessment.ConversationId ?? "(no id)").Text;
        int fit = sheet.Width - 8;
        if (CellWidth.Of(id) > fit)
        {
            id = id[..CellWidth.Fit(id, fit - 1)] + "…";
        }

        sheet.Put("── ", Palette.Dim).Put(id, Palette.Strong).Put(" ");
        sheet.Put(new string('─', Math.Max(0, sheet.Width - sheet.Column)), Palette.Dim).Line();
    }

    private static void Headline(Sheet sheet, RiskAssessment assessment)
    {
        string severity = AssessmentJson.Name(assessment.Severity);
        sheet.Put($" {severity.ToUpperInvariant()} ", Palette.Of(assessment.Severity)).To(Indent);
        sheet.Put($"risk {Figures.Risk(assessment.Risk)} ");
        sheet.Put(Figures.Bar(assessment.Risk, BarCells), Palette.Bar(assessment.Severity)).Put("  ");
        string reason = Reason(assessment.SeverityReason);
        if (CellWidth.Of(reason) > sheet.Width - sheet.Column)
        {
            sheet.Line().To(Indent);
        }

        sheet.Wrap(reason, Palette.Dim);
        if (assessment.Probability is { } probability)
        {
            Label(sheet, "").Put($"calibrated probability {Figures.Probability(probability)}").Line();
        }

        if (assessment.Current.RawScore != assessment.RawScore || assessment.Current.Severity != assessment.Severity)
        {
            Label(sheet, "now").Put($"risk {Figures.Risk(assessment.Current.Risk)}, {AssessmentJson.Name(assessment.Current.Severity)} ")
                .Wrap("(after decay; the line above is the peak)", Palette.Dim);
        }
    }

    private static string Reason(SeverityReason reason)
    {
        string value = Figures.Risk(reason.Value);
        string threshold = Figures.Risk(reason.Threshold);
        string tactic = reason.Tactic is { } t ? Taxonomy.Id(t) : "";
        return reason.DecidedBy switch
        {
            SeverityDecision.Overall => $"overall risk {value}, threshold {threshold}",
            SeverityDecision.Tactic => $"{tactic} alone {value}, threshold {threshold}",
            SeverityDecision.FastPath => $"fast path of {tactic}: {value}, threshold {threshold}",
            SeverityDecision.MinimumEvidence => $"risk {value} reaches {threshold}, but on too little evidence for more",
            SeverityDecision.Rules => $"the rules alone {value}, threshold {threshold}",
            SeverityDecision.Track => "tactics are reported, the ages raise no grooming risk",
            _ => $"below the lowest threshold, {threshold}",
        };
    }

    private static void Who(Sheet sheet, RiskAssessment assessment)
    {
        Label(sheet, "who");
        if (assessment.From is null || assessment.Towards is null)
        {
            string[] people = [.. assessment.Participants.Where(p => p.Messages > 0).Select(p => Person(assessment, p.Id))];
            sheet.Wrap(people.Length == 0 ? "nobody has spoken" : string.Join(", ", people));
            return;
        }

        sheet.Wrap($"{Person(assessment, assessment.From)} → {Person(assessment, assessment.Towards)}");
    }

    private static string Person(RiskAssessment assessment, string id)
    {
        ParticipantSummary? person = assessment.Participants.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));
        if (person is null)
        {
            return id;
        }

        string age = person.Age == AgeBand.Unknown ? "age unknown" : $"{AgeBands.Name(person.Age)}, {AgeBands.Name(person.Provenance)}";
        age += person.InferredAge is { } claimed ? $"; says {AgeBands.Name(claimed)}" : "";
        string role = person.Role is null ? "" : $", {person.Role}";
        string said = person.Assumed ? "assumed listener" : Figures.Counted(person.Messages, "message");
        return $"{id} ({age}{role}, {said})";
    }

    private static void Tactics(Sheet sheet, RiskAssessment assessment)
    {
        Label(sheet, "tactics");
        if (assessment.Tactics.IsDefaultOrEmpty)
        {
            sheet.Put("none", Palette.Dim).Line();
            return;
        }

        var columns = new Columns(2, 3);
        foreach (TacticFinding finding in assessment.Tactics)
        {
            bool headline = string.Equals(finding.From, assessment.From, StringComparison.Ordinal)
                && string.Equals(finding.Towards, assessment.Towards, StringComparison.Ordinal);
            columns.Add(
                new Cell(Taxonomy.Id(finding.Tactic), Palette.Strong),
                string.Join(", ", finding.Subtypes),
                $"×{Figures.Count(finding.Count)}",
                Figures.RoundedPoints(finding.Score),
                headline ? "" : $"{finding.From} → {finding.Towards}");
        }

        columns.WriteTo(sheet, Indent);
    }
}
