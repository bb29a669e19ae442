using GroomingSignals.Policy;

namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>A conversation as the planner sees it: numbers, and no text.</summary>
/// <param name="Id">The id.</param>
/// <param name="Label">True for grooming; null when nobody said.</param>
/// <param name="Track">The track of the conversation: the most protective one among its participants.</param>
/// <param name="Rises">For each gate its rises in order; null where nothing came.</param>
internal sealed record ScoredRow(string Id, bool? Label, Track Track, Rise[]?[] Rises);
