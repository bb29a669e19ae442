using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Figures;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>The threshold that is proposed for one gate and severity, and why.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Severity"><c>review</c> or <c>urgent</c>; <c>low</c> only where it must go down with review.</param>
/// <param name="Kind">What is proposed.</param>
/// <param name="Current">The present threshold, in millionths of log-odds; null for none.</param>
/// <param name="Proposed">The proposed one; the present one when it is kept.</param>
/// <param name="Reason">One sentence with the numbers.</param>
/// <param name="Point">What the proposed threshold brings by itself; null without one.</param>
/// <param name="CurrentPoint">What the present threshold brings by itself; null without one.</param>
internal sealed record ThresholdProposal(Gate Gate, Severity Severity, ProposalKind Kind, int? Current, int? Proposed, string Reason, ThresholdPoint? Point, ThresholdPoint? CurrentPoint);
