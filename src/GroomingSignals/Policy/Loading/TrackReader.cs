using System.Collections.Immutable;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;

namespace GroomingSignals.Policy.Loading;

/// <summary>Reads <c>tracks:</c>.</summary>
internal sealed class TrackReader(ValueReader values, ThresholdReader thresholds)
{
    /// <summary>The names of the tracks, in their order.</summary>
    public static Choices<Track> Names { get; } = new(
        ("adult-to-minor", Track.AdultToMinor), ("unknown-to-minor", Track.UnknownToMinor), ("minor-to-minor", Track.MinorToMinor),
        ("unknown-to-unknown", Track.UnknownToUnknown), ("adult-to-adult", Track.AdultToAdult));

    public ImmutableArray<TrackPolicy> Read(Fields? fields, ImmutableArray<TrackPolicy> fallback)
    {
        if (fields is null)
        {
            return fallback;
        }

        var tracks = fallback.ToBuilder();
        foreach (string name in Names.Names)
        {
            if (fields.Inner(name) is { } track)
            {
                int index = (int)Names.Find(name)!.Value;
                tracks[index] = One(track, fallback[index]);
            }
        }

        fields.Done();
        return tracks.ToImmutable();
    }

    private TrackPolicy One(Fields fields, TrackPolicy fallback)
    {
        int? points = LogOddsReader.Read(values, fields, "logOdds", -10, 10);
        bool? raises = fields.Flag("raises");
        var scales = fields.Inner("thresholds");
        var rules = thresholds.One(scales?.Inner("rules"));
        var fused = thresholds.One(scales?.Inner("fused"));
        scales?.Done();
        fields.Done();
        if (raises == false && (points is not null || scales is not null))
        {
            values.Error(DiagnosticIds.NeverMatters, fields.Mapping, "A track with 'raises: false' raises no risk: 'logOdds' and 'thresholds' can never matter.");
        }

        return new TrackPolicy(points ?? fallback.LogOdds, raises ?? fallback.Raises, rules ?? fallback.Rules, fused ?? fallback.Fused);
    }
}
