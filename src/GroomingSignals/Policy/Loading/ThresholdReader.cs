using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.Policy.Loading;

/// <summary>Reads shares and thresholds, and holds thresholds to their order.</summary>
internal sealed class ThresholdReader(ValueReader values)
{
    private static readonly string[] TrackNames = [.. TrackReader.Names.Names];

    /// <summary>A number between 0 and 1, neither of which is one.</summary>
    public double? Share(YamlNode node, string what)
    {
        if (ValueReader.Decimal(node) is { } value && value is > 0 and < 1)
        {
            return (double)value;
        }

        values.Error(DiagnosticIds.NotAShare, node, $"{what} must be a number above 0 and below 1, such as 0.6.");
        return null;
    }

    /// <summary>The thresholds on both scales; what is left out comes from the fallback.</summary>
    public (Thresholds Rules, Thresholds? Fused) Scales(Fields? fields, Thresholds rules, Thresholds? fused)
    {
        var own = One(fields?.Inner("fused"));
        var result = (Over(One(fields?.Inner("rules")), rules), fused is null ? own : Over(own, fused));
        fields?.Done();
        return result;
    }

    /// <summary>Thresholds as far as they are given; null without a mapping.</summary>
    public Thresholds? One(Fields? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var thresholds = Partial(fields);
        fields.Done();
        CheckOrder(thresholds, fields.Mapping, "");
        return thresholds;
    }

    /// <summary>The fields <c>low</c>, <c>review</c> and <c>urgent</c> of a mapping that may have others.</summary>
    public Thresholds Partial(Fields fields) => new(Share(fields, "low"), Share(fields, "review"), Share(fields, "urgent"));

    /// <summary>Holds what results from the policy, its tracks and the fallback to its order.</summary>
    public void CheckOrder(YamlMapping root, Thresholds rules, Thresholds? stated, ImmutableArray<TrackPolicy> tracks)
    {
        var fused = stated ?? new Thresholds(null, null, null);
        YamlNode at = root.Find("thresholds")?.Value ?? root;
        CheckOrder(rules, at, " on the rules scale");
        CheckOrder(fused, at, " on the fused scale");
        var ofTracks = root.Find("tracks")?.Value as YamlMapping;
        for (int i = 0; i < tracks.Length; i++)
        {
            var own = ofTracks?.Find(TrackNames[i])?.Value ?? at;
            CheckOrder(Over(tracks[i].Rules, rules), own, $" of track {TrackNames[i]} on the rules scale");
            CheckOrder(Over(tracks[i].Fused, fused), own, $" of track {TrackNames[i]} on the fused scale");
        }
    }

    /// <summary>Reports thresholds that fall; a pair that was reported once is not reported again.</summary>
    public void CheckOrder(Thresholds thresholds, YamlNode at, string which)
    {
        double[] given = [.. new[] { thresholds.Low, thresholds.Review, thresholds.Urgent }.OfType<double>()];
        for (int i = 1; i < given.Length; i++)
        {
            if (given[i] < given[i - 1] && _reported.Add((given[i - 1], given[i])))
            {
                values.Error(DiagnosticIds.ThresholdOrder, at, string.Create(
                    CultureInfo.InvariantCulture, $"The thresholds{which} fall from {given[i - 1]} to {given[i]}: low, review and urgent may not fall."));
            }
        }
    }

    public static Thresholds Over(Thresholds? own, Thresholds fallback) =>
        new(own?.Low ?? fallback.Low, own?.Review ?? fallback.Review, own?.Urgent ?? fallback.Urgent);

    private readonly HashSet<(double, double)> _reported = [];

    private double? Share(Fields fields, string name) => fields.Node(name) is { } node ? Share(node, $"'{name}'") : null;
}
