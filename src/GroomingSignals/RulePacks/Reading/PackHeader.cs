using System.Collections.Immutable;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>What <c>pack:</c> says.</summary>
internal sealed record PackHeader(string Id, string Version, string Description, ImmutableArray<string> Languages, ImmutableArray<string> References);
