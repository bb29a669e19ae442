using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.OperatingPoints.Policies;

/// <summary>What a policy file says of itself.</summary>
/// <param name="Id">The id: lower-case letters, digits and single dashes.</param>
/// <param name="Version">The semantic version.</param>
/// <param name="Description">What it is for, and why it was changed.</param>
/// <param name="Comments">Lines that stand above it: where it came from.</param>
internal sealed record PolicyHeader(string Id, string Version, string Description, ImmutableArray<string> Comments);
