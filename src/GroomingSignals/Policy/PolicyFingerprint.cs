using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GroomingSignals.Policy;

/// <summary>
/// A hash of everything in a policy that moves the rules' voice: points, tracks, and the overrides in force. Thresholds, prevalence and limits do not.
/// A calibrator holds only for the voice on which it was fitted.
/// </summary>
internal static class PolicyFingerprint
{
    /// <summary>The SHA-256, in lower-case hexadecimal.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="today">The day by which overrides expire; training takes the first day there is, on which none has.</param>
    public static string Of(RiskPolicy policy, DateOnly today)
    {
        var text = new StringBuilder("scoring/1\n");
        var scoring = policy.Scoring;
        Line(
            scoring.Baseline, scoring.CoOccurrencePerTactic, scoring.CoOccurrenceCap, scoring.DirectionOneSided, scoring.DirectionMutual,
            scoring.AccelerationTactics, scoring.AccelerationMessages, scoring.AccelerationLogOdds, scoring.ProtectionRefusing,
            scoring.ProtectionDisclosing, scoring.Obfuscation);
        Line([.. scoring.ViewFactors]);
        foreach (var track in policy.Tracks)
        {
            Line(track.LogOdds, track.Raises ? 1 : 0);
        }

        foreach (var change in policy.Overrides.Where(o => !(o.Expires <= today)).OrderBy(o => o.RuleId, StringComparer.Ordinal))
        {
            text.Append(change.RuleId).Append(' ');
            Line(change.Mode is { } mode ? (int)mode : -1, change.LogOdds ?? -1);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Line(params int[] numbers) => text.AppendJoin(' ', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))).Append('\n');
    }
}
