using GroomingSignals.Conversations;

namespace GroomingSignals.Matching;

/// <summary>The lexicon that marks a discourse role, and how far it reaches.</summary>
/// <param name="Role">The role.</param>
/// <param name="Lexicon">The id of the lexicon cue.</param>
/// <param name="Scope">How far it reaches.</param>
internal sealed record RoleCue(DiscourseRole Role, int Lexicon, RoleScope Scope);
