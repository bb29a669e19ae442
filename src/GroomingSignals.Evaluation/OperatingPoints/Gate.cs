using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;

namespace GroomingSignals.Evaluation.OperatingPoints;

/// <summary>
/// One way into a queue: a threshold of a policy and the scores it is compared with. A conversation is in a queue when at least one gate lets it in.
/// Gates are those of the tracks on the rules' scale, those of the tracks on the fused scale, and those of the tactics, which stay on the rules' scale.
/// </summary>
/// <param name="Index">From 0 to below <see cref="Count"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Gate(int Index)
{
    private const int Tracks = 5;
    private const int FirstTactic = 2 * Tracks;

    /// <summary>How many gates there are.</summary>
    public const int Count = FirstTactic + 13;

    private static readonly string[] TrackNames = ["adult-to-minor", "unknown-to-minor", "minor-to-minor", "unknown-to-unknown", "adult-to-adult"];

    /// <summary>All gates, by index.</summary>
    public static ImmutableArray<Gate> All { get; } = [.. Enumerable.Range(0, Count).Select(i => new Gate(i))];

    public static Gate Of(Track track, bool isFused) => new((int)track + (isFused ? Tracks : 0));

    public static Gate Of(Tactic tactic) => new(FirstTactic + (int)tactic);

    public bool IsTactic => Index >= FirstTactic;

    /// <summary>True for a track on the fused scale.</summary>
    public bool IsFused => Index is >= Tracks and < FirstTactic;

    /// <summary>The track; null for a tactic.</summary>
    public Track? Track => IsTactic ? null : (Track)(Index % Tracks);

    /// <summary>The tactic; null for a track.</summary>
    public Tactic? Tactic => IsTactic ? (Tactic)(Index - FirstTactic) : null;

    /// <summary>The name of the track or tactic, as policies write it.</summary>
    public string Name => Tactic is { } tactic ? Taxonomy.Id(tactic) : TrackNames[(int)Track!.Value];

    /// <summary>The scale of its threshold: <c>rules</c> or <c>fused</c>.</summary>
    public string Scale => IsFused ? "fused" : "rules";

    public static string NameOf(Track track) => TrackNames[(int)track];
}
