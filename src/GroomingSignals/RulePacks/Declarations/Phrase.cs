using GroomingSignals.RulePacks.Templates;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Declarations;

/// <summary>A phrase of a pack and where it stands.</summary>
internal sealed record Phrase(Template Template, SourcePosition Position);
