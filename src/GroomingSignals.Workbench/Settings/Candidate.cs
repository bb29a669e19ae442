using System.Collections.Immutable;
using GroomingSignals.Policy;

namespace GroomingSignals.Workbench.Settings;

/// <summary>A policy as the page would have it: the one that was loaded, with other thresholds for some tracks. Immutable.</summary>
internal sealed class Candidate
{
    private Candidate(RiskPolicy policy, Thresholds? proposed)
    {
        Policy = policy;
        Judge = new SeverityJudge(policy, proposed);
        Effective = [.. policy.Tracks.Select(t => EffectiveOf(policy, t, proposed))];
    }

    public RiskPolicy Policy { get; }

    public SeverityJudge Judge { get; }

    /// <summary>The thresholds that hold on each track, by <see cref="Track"/>.</summary>
    public ImmutableArray<Thresholds> Effective { get; }

    /// <summary>The policy as it is.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="proposed">The thresholds of the classifier; null without one.</param>
    public static Candidate Of(RiskPolicy policy, Thresholds? proposed) => new(policy, proposed);

    /// <summary>The policy with other thresholds.</summary>
    /// <param name="changes">By the names of tracks.</param>
    /// <param name="proposed">The thresholds of the classifier; null without one.</param>
    /// <exception cref="WorkbenchRefusal">A track is not known or raises no risk, or thresholds are out of order; the message says which.</exception>
    public Candidate With(IReadOnlyDictionary<string, ThresholdPair>? changes, Thresholds? proposed)
    {
        if (changes is null || changes.Count == 0)
        {
            return this;
        }

        ImmutableArray<TrackPolicy>.Builder tracks = Policy.Tracks.ToBuilder();
        foreach ((string name, ThresholdPair pair) in changes)
        {
            if (TrackNames.Find(name) is not { } track || pair is null)
            {
                throw WorkbenchRefusal.Wrong($"There is no track '{name}'.");
            }

            TrackPolicy own = tracks[(int)track];
            Thresholds now = Effective[(int)track];
            if (pair.Review == now.Review && pair.Urgent == now.Urgent)
            {
                continue;
            }

            Thresholds next = Checked(name, own, pair, now);
            tracks[(int)track] = proposed is null ? own with { Rules = next } : own with { Fused = next };
        }

        return new Candidate(Policy with { Tracks = tracks.ToImmutable() }, proposed);
    }

    private static Thresholds Checked(string name, TrackPolicy own, ThresholdPair pair, Thresholds now) =>
        !own.Raises ? throw WorkbenchRefusal.Wrong($"The track '{name}' raises no risk: it has no thresholds to move.")
        : !(pair.Review > 0 && pair.Urgent < 1 && pair.Review <= pair.Urgent)
            ? throw WorkbenchRefusal.Wrong($"The thresholds of '{name}' must lie between 0 and 1, urgent not below review.")
        : new Thresholds(now.Low is { } low ? Math.Min(low, pair.Review) : null, pair.Review, pair.Urgent);

    private static Thresholds EffectiveOf(RiskPolicy policy, TrackPolicy track, Thresholds? proposed) => proposed is null
        ? SeverityJudge.Merge(track.Rules, policy.Rules)
        : SeverityJudge.Merge(track.Fused, SeverityJudge.Merge(policy.Fused, proposed));
}
