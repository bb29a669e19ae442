using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.RulePacks.Declarations;

/// <summary>The lexicon that marks a discourse role.</summary>
internal sealed record RoleDeclaration(DiscourseRole Role, CueReference Lexicon, RoleScope Scope);
