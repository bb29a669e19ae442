using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints;

/// <summary>From which value on each gate lets conversations into <c>review</c> and <c>urgent</c>, in millionths of log-odds; null where it never does. Immutable.</summary>
internal sealed record GateThresholds
{
    private readonly ImmutableArray<int?> _review;
    private readonly ImmutableArray<int?> _urgent;

    private GateThresholds(ImmutableArray<int?> review, ImmutableArray<int?> urgent)
    {
        _review = review;
        _urgent = urgent;
    }

    /// <summary>No gate lets anything in.</summary>
    public static GateThresholds None { get; } = new([.. new int?[Gate.Count]], [.. new int?[Gate.Count]]);

    /// <summary>The thresholds of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="proposed">Those of the classifier, for what the policy does not state on the fused scale; null without one.</param>
    public static GateThresholds Of(RiskPolicy policy, Thresholds? proposed)
    {
        Thresholds?[] all = [.. Gate.All.Select(g => Of(policy, proposed, g))];
        return new GateThresholds([.. all.Select(t => Micros(t?.Review))], [.. all.Select(t => Micros(t?.Urgent))]);
    }

    /// <summary>The thresholds of one gate as a policy has them, <c>low</c> included; null where the gate lets nothing in.</summary>
    public static Thresholds? Of(RiskPolicy policy, Thresholds? proposed, Gate gate)
    {
        if (gate.Tactic is { } tactic)
        {
            return policy.Tactics.GetValueOrDefault(tactic)?.Thresholds;
        }

        TrackPolicy track = policy.Tracks[(int)gate.Track!.Value];
        return !track.Raises ? null
            : !gate.IsFused ? SeverityJudge.Merge(track.Rules, policy.Rules)
            : proposed is null ? null : SeverityJudge.Merge(track.Fused, SeverityJudge.Merge(policy.Fused, proposed));
    }

    public int? Review(Gate gate) => _review[gate.Index];

    public int? Urgent(Gate gate) => _urgent[gate.Index];

    /// <summary>The threshold of <c>review</c> or <c>urgent</c>.</summary>
    public int? At(Gate gate, Severity severity) => severity == Severity.Urgent ? Urgent(gate) : Review(gate);

    /// <summary>The lowest threshold that brings at least a severity: what is urgent is in the review queue too.</summary>
    public int? Lowest(Gate gate, Severity severity) =>
        severity == Severity.Urgent || Review(gate) is null || Urgent(gate) < Review(gate) ? Urgent(gate) : Review(gate);

    /// <summary>The same with another threshold at one gate.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="severity"><c>review</c> or <c>urgent</c>.</param>
    /// <param name="micros">The threshold; null for none.</param>
    public GateThresholds With(Gate gate, Severity severity, int? micros) => severity == Severity.Urgent
        ? new GateThresholds(_review, _urgent.SetItem(gate.Index, micros))
        : new GateThresholds(_review.SetItem(gate.Index, micros), _urgent);

    /// <summary>The same without the thresholds of single tactics.</summary>
    public GateThresholds WithoutTactics() => new(
        [.. _review.Select((micros, i) => new Gate(i).IsTactic ? null : micros)], [.. _urgent.Select((micros, i) => new Gate(i).IsTactic ? null : micros)]);

    private static int? Micros(double? risk) => risk is { } known ? LogOdds.FromRisk(known) : null;
}
