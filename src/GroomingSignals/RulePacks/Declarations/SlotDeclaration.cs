using System.Collections.Immutable;
using GroomingSignals.RulePacks.Templates;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Declarations;

/// <summary>A slot: what may stand in its place in a phrase.</summary>
internal sealed record SlotDeclaration(string Name, SourcePosition Position, ImmutableArray<Template> Entries);
