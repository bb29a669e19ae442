using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Policies;

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
            plan.Proposal.IsNothingChosen
                ? string.Create(CultureInfo.InvariantCulture, $"tune chose no threshold: those of {versions.Policy.Id} {versions.Policy.Version}, with a prevalence of {plan.Platform.Prevalence}.")
                : string.Create(CultureInfo.InvariantCulture, $"Thresholds that tune proposed from {versions.Policy.Id} {versions.Policy.Version} for a prevalence of {plan.Platform.Prevalence}. Not yet measured on other conversations."),
            Comments(plan, versions, command, seed));
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

    private static ImmutableArray<string> Comments(OperatingPlan plan, VersionSet versions, string command, int seed) => new PolicyRecord
    {
        By = (plan.Proposal.IsNothingChosen ? "Nothing was chosen by: " : "Proposed by: ") + command,
        Versions = versions,
        Corpus = plan.Corpus,
        Platform = plan.Platform,
        Review = plan.Proposal.Review,
        Urgent = plan.Proposal.Urgent,
        Changes = [.. plan.Proposal.Lines.Where(l => l.Current != l.Proposed).Select(l => PolicyRecord.Change(l.Gate, l.Severity, l.Current, l.Proposed, l.Reason))],
        Warnings = plan.Proposal.Warnings,
        Seed = seed,
    }.Lines();
}
