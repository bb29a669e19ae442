using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What would lower the severity, what to do, what was assumed, and which versions said so.</summary>
internal static class ExplanationRenderer
{
    public static void Render(Sheet sheet, RiskAssessment assessment)
    {
        Counterfactual(sheet, assessment.Counterfactual);
        foreach (AdviceItem advice in assessment.Advice)
        {
            AssessmentRenderer.Label(sheet, "advice").Put(Taxonomy.Id(advice.Tactic), Palette.Strong).Line();
            sheet.To(AssessmentRenderer.Indent + 2).Put("reviewer  ", Palette.Dim).Wrap(advice.Reviewer);
            sheet.To(AssessmentRenderer.Indent + 2).Put("at risk   ", Palette.Dim).Wrap(advice.AtRisk);
            sheet.To(AssessmentRenderer.Indent + 2).Put("source    ", Palette.Dim).Wrap(advice.Source, Palette.Dim);
        }

        foreach (Assumption assumption in assessment.Assumptions)
        {
            string subject = assumption.Subject is null ? "" : $" {assumption.Subject}";
            string count = assumption.Count > 1 ? $" ×{Figures.Count(assumption.Count)}" : "";
            AssessmentRenderer.Label(sheet, "assumed").Put($"{assumption.Code}{subject}{count}  ").Wrap(assumption.Detail, Palette.Dim);
        }

        VersionSet versions = assessment.Versions;
        AssessmentRenderer.Label(sheet, "versions").Wrap($"engine {versions.Engine}, taxonomy {versions.Taxonomy}", Palette.Dim);
        foreach (PackVersion pack in versions.Packs)
        {
            AssessmentRenderer.Label(sheet, "").Wrap($"pack {Version(pack)}", Palette.Dim);
        }

        AssessmentRenderer.Label(sheet, "").Wrap($"policy {Version(versions.Policy)}", Palette.Dim);
        if (versions.Model is { } model)
        {
            AssessmentRenderer.Label(sheet, "").Wrap($"model {Version(model)}", Palette.Dim);
        }
    }

    private static void Counterfactual(Sheet sheet, Counterfactual? counterfactual)
    {
        if (counterfactual is null)
        {
            return;
        }

        string size = counterfactual.Minimal ? "no smaller set does" : "found step by step, perhaps not the smallest";
        AssessmentRenderer.Label(sheet, "without").Wrap(
            $"{string.Join(", ", counterfactual.Rules)}: {ResultNames.Of(counterfactual.Severity)}, " +
            $"raw score {Figures.Points(counterfactual.RawScore)} ({size})");
    }

    private static string Version(PackVersion version) => $"{version.Id} {version.Version} (sha256 {version.Hash})";
}
