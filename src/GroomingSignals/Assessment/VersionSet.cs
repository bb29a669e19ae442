using System.Collections.Immutable;

namespace GroomingSignals.Assessment;

/// <summary>Everything that is needed to replay an assessment.</summary>
/// <param name="Engine">The version of the engine.</param>
/// <param name="Taxonomy">The version of the taxonomy.</param>
/// <param name="Packs">The rule packs, in the order in which they were added.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Model">The classifier; null when there is none.</param>
public sealed record VersionSet(string Engine, string Taxonomy, ImmutableArray<PackVersion> Packs, PackVersion Policy, PackVersion? Model);
