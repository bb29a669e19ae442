using GroomingSignals.Policy.Loading;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Policy;

/// <summary>Notices a policy that was tuned for a classifier and is used without one: what it says of the fused scale then does nothing.</summary>
internal static class FusedOnly
{
    /// <summary>One sentence that names where thresholds are stated on the fused scale and not on the rules' scale; null where there are none.</summary>
    public static string? Of(RiskPolicy policy)
    {
        RiskPolicy other = RiskPolicy.Default;
        List<string> places =
        [
            .. Enum.GetValues<Track>()
                .Where(t => policy.Tracks[(int)t] is { Raises: true, Fused: { } fused } own && fused != other.Tracks[(int)t].Fused && own.Rules == other.Tracks[(int)t].Rules && policy.Rules == other.Rules)
                .Select(t => TrackReader.Names.Names[(int)t]),
        ];
        if (policy.Fused is { } all && all != other.Fused && policy.Rules == other.Rules)
        {
            places.Insert(0, "all tracks");
        }

        return places.Count == 0
            ? null
            : $"The policy {policy.Version.Id} {policy.Version.Version} states thresholds on the fused scale only ({string.Join(", ", places)}): they hold with a classifier, and there is none. Without --model those of the default policy on the rules' scale decide.";
    }

    /// <summary>The same of a policy in use: null with a classifier.</summary>
    public static string? Of(RiskPolicy policy, RiskClassifier? classifier) => classifier is null ? Of(policy) : null;
}
