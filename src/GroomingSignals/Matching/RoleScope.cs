namespace GroomingSignals.Matching;

/// <summary>How far the cue of a discourse role reaches.</summary>
internal enum RoleScope
{
    Clause,
    Message,
}
