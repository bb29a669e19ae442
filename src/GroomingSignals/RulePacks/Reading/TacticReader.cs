using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Checks subtypes against the taxonomy.</summary>
internal static class TacticReader
{
    /// <summary>True when the tactic has the subtype; otherwise a diagnostic.</summary>
    public static bool IsSubtype(PackScope scope, YamlNode at, Tactic tactic, string subtype)
    {
        var known = Taxonomy.Describe(tactic).Subtypes;
        if (known.Contains(subtype, StringComparer.Ordinal))
        {
            return true;
        }

        scope.Values.Error(
            DiagnosticIds.Subtype, at,
            $"'{subtype}' is not a subtype of {Taxonomy.Id(tactic)}: {string.Join(", ", known)}.{Suggestion.For(subtype, known)}");
        return false;
    }
}
