using GroomingSignals.Assessment;

namespace GroomingSignals.Evaluation.Traffic;

/// <summary>One conversation of the traffic.</summary>
/// <param name="Assessment">What the analyser says.</param>
/// <param name="IfLive">What it would say if the rules in shadow mode were live; null when none of them matched, so that it would say the same.</param>
/// <param name="Track">The name of the conversation's track.</param>
/// <param name="Messages">How many messages it has.</param>
/// <param name="IsSynthetic">True when it was composed, not observed.</param>
internal sealed record TrafficSample(RiskAssessment Assessment, RiskAssessment? IfLive, string Track, int Messages, bool IsSynthetic);
