using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Scoring;

namespace GroomingSignals.Policy;

/// <summary>A policy made ready: tracks by the ages of a pair, and severities from scores. Immutable.</summary>
internal sealed class SeverityJudge
{
    private readonly RiskPolicy _policy;
    private readonly Ladder[] _ladders;
    private readonly Ladder[] _fusedLadders;
    private readonly (Tactic Tactic, Ladder Ladder, bool FastPath)[] _tactics;

    /// <summary>Makes a policy ready.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="proposed">The thresholds of the classifier, where the policy states none for the fused scale; null without one.</param>
    public SeverityJudge(RiskPolicy policy, Thresholds? proposed = null)
    {
        _policy = policy;
        var fused = proposed is null ? null : Merge(policy.Fused, proposed);
        _fusedLadders = fused is null ? [] : [.. policy.Tracks.Select(t => new Ladder(Merge(t.Fused, fused)))];
        _ladders = [.. policy.Tracks.Select(t => new Ladder(Merge(t.Rules, policy.Rules)))];
        _tactics = [.. policy.Tactics.OrderBy(t => t.Key).Select(t => (t.Key, new Ladder(t.Value.Thresholds), t.Value.FastPath))];
    }

    /// <summary>The track of a pair: the bands that count for its speaker and its listener.</summary>
    public static Track TrackOf(AgeBand speaker, AgeBand listener)
    {
        if (AgeBands.IsMinor(listener))
        {
            return speaker == AgeBand.Adult ? Track.AdultToMinor
                : speaker == AgeBand.Unknown ? Track.UnknownToMinor : Track.MinorToMinor;
        }

        if (listener == AgeBand.Adult)
        {
            return Track.AdultToAdult;
        }

        return AgeBands.IsMinor(speaker) ? Track.MinorToMinor : Track.UnknownToUnknown;
    }

    /// <summary>What a track adds, in millionths of log-odds; null when it raises no risk.</summary>
    public int? PointsOf(Track track) => _policy.Tracks[(int)track] is { Raises: true } raising ? raising.LogOdds : null;

    /// <summary>The severity of a pair.</summary>
    /// <param name="track">Its track.</param>
    /// <param name="raw">Its score.</param>
    /// <param name="evidence">Its pieces of evidence, rule and message.</param>
    /// <param name="tactics">Its points by tactic.</param>
    /// <param name="apart">What each voice would say alone, on the fused scale; null on the rules' own.</param>
    public JudgedSeverity Judge(Track track, int raw, int evidence, in TacticPoints tactics, VoicesApart? apart = null)
    {
        var ladder = (apart is null ? _ladders : _fusedLadders)[(int)track];
        if (PointsOf(track) is not { } trackPoints)
        {
            return new JudgedSeverity(Severity.None, SeverityDecision.Track, null, raw, ladder.Risk(Severity.None));
        }

        var judged = Overall(ladder, raw, evidence, apart);
        if (evidence == 0)
        {
            return judged;
        }

        if (apart is { } voices)
        {
            // A classifier that has not learnt to see something is no reason to hide what the rules show.
            var rules = Overall(_ladders[(int)track], voices.Rules, evidence, null);
            judged = rules.Severity > judged.Severity ? rules with { DecidedBy = SeverityDecision.Rules } : judged;
        }

        foreach (var (tactic, own, fastPath) in _tactics)
        {
            long points = tactics[(int)tactic];
            if (points <= 0 || (!fastPath && evidence < _policy.Scoring.MinimumEvidence))
            {
                continue;
            }

            int value = (int)Math.Clamp(_policy.Scoring.Baseline + points + trackPoints, -1_000_000_000, 1_000_000_000);
            var reached = own.Reached(value);
            if (reached > judged.Severity)
            {
                judged = new JudgedSeverity(
                    reached, fastPath ? SeverityDecision.FastPath : SeverityDecision.Tactic, tactic, value, own.Risk(reached));
            }
        }

        return judged;
    }

    /// <summary>With too few pieces of evidence the rules lift nobody to review or urgent; a classifier that gets there by itself still does.</summary>
    private JudgedSeverity Overall(Ladder ladder, int raw, int evidence, VoicesApart? apart)
    {
        var reached = ladder.Reached(raw);
        if (reached == Severity.None)
        {
            return new JudgedSeverity(Severity.None, SeverityDecision.BelowThresholds, null, raw, ladder.Risk(Severity.None));
        }

        if (reached >= Severity.Review && evidence < _policy.Scoring.MinimumEvidence)
        {
            var granted = (Severity)Math.Max((int)Severity.Low, (int)(apart is { } voices ? ladder.Reached(voices.Classifier) : Severity.None));
            if (granted < reached)
            {
                return new JudgedSeverity(granted, SeverityDecision.MinimumEvidence, null, raw, ladder.Risk(granted + 1));
            }
        }

        return new JudgedSeverity(reached, SeverityDecision.Overall, null, raw, ladder.Risk(reached));
    }

    internal static Thresholds Merge(Thresholds? own, Thresholds fallback) =>
        new(own?.Low ?? fallback.Low, own?.Review ?? fallback.Review, own?.Urgent ?? fallback.Urgent);
}
