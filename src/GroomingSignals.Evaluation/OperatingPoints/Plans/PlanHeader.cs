using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.OperatingPoints.Policies;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Plans;

/// <summary>Says in a policy file where its thresholds came from: figures and versions, no text and no clock, so that the same run gives the same bytes.</summary>
internal static class PlanHeader
{
    public static PolicyHeader Of(OperatingPlan plan, string command, int seed)
    {
        VersionSet versions = plan.Corpus.Versions;
        (string id, string version) = Next(versions.Policy);
        return new PolicyHeader(
            id, version,
            string.Create(CultureInfo.InvariantCulture, $"Thresholds that tune proposed from {versions.Policy.Id} {versions.Policy.Version} for a prevalence of {plan.Platform.Prevalence}. Not yet measured on other conversations."),
            [.. Comments(plan, versions, command, seed)]);
    }

    /// <summary>The default policy keeps its name to itself; any other goes on as its own next version.</summary>
    private static (string Id, string Version) Next(PackVersion policy)
    {
        if (string.Equals(policy.Id, "default", StringComparison.Ordinal))
        {
            return ("tuned", "1.0.0");
        }

        string[] parts = policy.Version.Split('.', '-', '+');
        return int.TryParse(parts.ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out int minor) && minor < int.MaxValue
            ? (policy.Id, string.Create(CultureInfo.InvariantCulture, $"{parts[0]}.{minor + 1}.0"))
            : (policy.Id, policy.Version);
    }

    private static IEnumerable<string> Comments(OperatingPlan plan, VersionSet versions, string command, int seed)
    {
        PlatformAssumptions platform = plan.Platform;
        ScoredCorpus corpus = plan.Corpus;
        yield return "Proposed by: " + command;
        yield return string.Create(CultureInfo.InvariantCulture, $"Engine {versions.Engine}, seed {seed}, scale {(corpus.IsFused ? "fused" : "rules")}.");
        foreach (PackVersion pack in versions.Packs)
        {
            yield return $"Pack {Named(pack)}.";
        }

        yield return $"From policy {Named(versions.Policy)}.";
        if (versions.Model is { } model)
        {
            yield return $"Model {Named(model)}.";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"Data: {corpus.Count} conversations, {corpus.Positives} grooming, {corpus.Negatives} not, {corpus.Synthetic} synthetic.");
        yield return string.Create(CultureInfo.InvariantCulture, $"Stated: {platform.Volume} conversations a day, prevalence {platform.Prevalence}, {platform.Reviewers} reviewers, {platform.MinutesPerCase} minutes a case, {platform.HoursPerDay} hours a day: {platform.Capacity:0.#} cases a day.");
        yield return "";
        yield return "Review: " + Queue(plan.Proposal.Review.Figures);
        yield return "Urgent: " + Queue(plan.Proposal.Urgent.Figures);
        foreach (ThresholdProposal line in plan.Proposal.Lines.Where(l => l.Current != l.Proposed))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{line.Gate.Name} {AssessmentJson.Name(line.Severity)}: {Risk(line.Current)} to {Risk(line.Proposed)}; {line.Reason}");
        }

        yield return "";
        foreach (DataWarning warning in plan.Proposal.Warnings)
        {
            yield return $"{warning.Id}: {warning.Detail}";
        }
    }

    private static string Named(PackVersion version) => $"{version.Id} {version.Version} {version.Hash}";

    private static string Queue(OperatingFigures figures) =>
        $"recall {Share(figures.Recall)}, false-positive rate {Share(figures.FalsePositiveRate)}, precision {Share(figures.Precision)}, cases a day {Count(figures.CasesPerDay)}";

    private static string Share(Ranged figure) => Text(figure, "0.####");

    private static string Count(Ranged figure) => Text(figure, "0.#");

    private static string Text(Ranged figure, string format) => figure.Interval is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $"{figure.Value?.ToString(format, CultureInfo.InvariantCulture) ?? "undefined"} ({interval.Lower.ToString(format, CultureInfo.InvariantCulture)} to {interval.Upper.ToString(format, CultureInfo.InvariantCulture)})")
        : "undefined";

    private static string Risk(int? micros) => micros is { } known ? RoundThreshold.Risk(known).ToString(CultureInfo.InvariantCulture) : "none";
}
