namespace GroomingSignals.Matching;

/// <summary>Something that Read looks for in a message. Its index in <see cref="CueSet.Cues"/> is its id.</summary>
/// <param name="Name">The full name, <c>pack-id/name</c>: stable across reloads.</param>
internal abstract record CueDefinition(string Name);
