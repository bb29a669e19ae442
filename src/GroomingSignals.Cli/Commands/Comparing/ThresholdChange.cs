using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Policy;

namespace GroomingSignals.Cli.Commands.Comparing;

/// <summary>A threshold that is another one on the new side.</summary>
/// <param name="Gate">The track, on its scale, or the tactic.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Old">The old threshold, as a risk; null for none.</param>
/// <param name="New">The new one.</param>
internal sealed record ThresholdChange(Gate Gate, Severity Severity, double? Old, double? New)
{
    /// <summary>All thresholds that differ, as they hold: what a policy leaves out is filled from the default one or the classifier.</summary>
    public static ImmutableArray<ThresholdChange> Of(RiskAnalyzer before, RiskAnalyzer after) =>
    [
        .. Gate.All.SelectMany(gate =>
        {
            Thresholds? old = Of(before, gate);
            Thresholds? @new = Of(after, gate);
            return (ThresholdChange[])
            [
                new(gate, Severity.Low, old?.Low, @new?.Low), new(gate, Severity.Review, old?.Review, @new?.Review), new(gate, Severity.Urgent, old?.Urgent, @new?.Urgent),
            ];
        }).Where(change => change.Old != change.New),
    ];

    private static Thresholds? Of(RiskAnalyzer analyzer, Gate gate) =>
        GateThresholds.Of(analyzer.Policy, FusedScale.Proposed(analyzer.Policy, analyzer.Classifier), gate);
}
