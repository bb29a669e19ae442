using System.Collections.Immutable;

namespace GroomingSignals.Matching;

/// <summary>All that Read looks for, from all packs. Compiled into a <c>MessageReader</c>.</summary>
internal sealed record CueSet
{
    /// <summary>The cues; an index here is the id of a cue.</summary>
    public ImmutableArray<CueDefinition> Cues { get; init; } = [];

    /// <summary>The discourse roles, in order of precedence: the first that applies to a match wins.</summary>
    public ImmutableArray<RoleCue> Roles { get; init; } = [];
}
