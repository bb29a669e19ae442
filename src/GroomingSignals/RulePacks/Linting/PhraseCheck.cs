using GroomingSignals.RulePacks.Binding;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Templates;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Linting;

/// <summary>Looks for phrases that are found everywhere. A word beside which another must stand may be short.</summary>
internal static class PhraseCheck
{
    internal const int Shortest = 3;

    public static void Run(PackContents pack, Diagnostics diagnostics)
    {
        foreach (string name in pack.Rules.SelectMany(CuesAlone).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!pack.Cues.TryGetValue(name, out var cue) || cue is not LexiconDeclaration lexicon)
            {
                continue;
            }

            foreach (var phrase in lexicon.Phrases.Where(p => IsShort(pack, p.Template)))
            {
                diagnostics.Warning(
                    DiagnosticIds.ShortPhrase, phrase.Position,
                    $"A literal of this phrase has fewer than {Shortest} letters and is a cue of '{name}' by itself: make it longer, or ask for another cue 'near' it.");
            }
        }
    }

    /// <summary>The pack's own cues that a rule takes for evidence without another beside them.</summary>
    private static IEnumerable<string> CuesAlone(RuleDeclaration rule)
    {
        var names = new List<CueReference>();
        var when = rule.When(reference =>
        {
            names.Add(reference);
            return names.Count - 1;
        });
        return MessageConditions.In(when)
            .OfType<CueCondition>()
            .Where(c => c.Near is null)
            .Select(c => names[c.Cue])
            .Where(r => string.Equals(r.PackId, rule.Draft.PackId, StringComparison.Ordinal))
            .Select(r => r.Name);
    }

    private static bool IsShort(PackContents pack, Template template) =>
        template.Slots.All(s => pack.Slots.ContainsKey(s.Name))
        && template.Expand(name => pack.Slots[name].Entries).Any(literal => literal.Count(char.IsLetterOrDigit) < Shortest);
}
