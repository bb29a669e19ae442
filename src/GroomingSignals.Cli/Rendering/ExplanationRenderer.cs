using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What would lower the severity, what to do, and what was assumed.</summary>
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
    }

    /// <summary>The versions, which are the same for a whole run.</summary>
    public static void Versions(Sheet sheet, VersionSet versions)
    {
        AssessmentRenderer.Label(sheet, "versions").Wrap($"engine {versions.Engine}, taxonomy {versions.Taxonomy}", Palette.Dim);
        foreach (PackVersion pack in versions.Packs)
        {
            Version(sheet, "pack", pack);
        }

        Version(sheet, "policy", versions.Policy);
        if (versions.Model is { } model)
        {
            Version(sheet, "model", model);
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
            $"{string.Join(", ", counterfactual.Rules)}: {AssessmentJson.Name(counterfactual.Severity)}, " +
            $"raw score {Figures.Points(counterfactual.RawScore)} ({size})");
    }

    private static void Version(Sheet sheet, string kind, PackVersion version)
    {
        AssessmentRenderer.Label(sheet, "").Wrap($"{kind} {version.Id} {version.Version}, sha256", Palette.Dim);
        AssessmentRenderer.Label(sheet, "").Wrap(version.Hash, Palette.Dim);
    }
}
