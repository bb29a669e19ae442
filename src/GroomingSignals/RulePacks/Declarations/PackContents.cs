using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Declarations;

/// <summary>All that the files of one pack declare. Filled while they are read, not changed afterwards.</summary>
internal sealed class PackContents(string id)
{
    public string Id { get; } = id;

    public Dictionary<string, SlotDeclaration> Slots { get; } = new(StringComparer.Ordinal);

    /// <summary>Lexicons, patterns and numbers, which share their names.</summary>
    public Dictionary<string, CueDeclaration> Cues { get; } = new(StringComparer.Ordinal);

    /// <summary>The literals of each list of phrases that names no slot of another pack, once the pack has been checked.</summary>
    public Dictionary<Phrase[], ExpandedPhrases> Literals { get; } = new(ReferenceEqualityComparer.Instance);

    public List<RoleDeclaration> Roles { get; } = [];

    public Dictionary<Tactic, RuleAdvice> Advice { get; } = [];

    public List<RuleDeclaration> Rules { get; } = [];

    /// <summary>Where each name, rule id and role is defined.</summary>
    public Dictionary<string, SourcePosition> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Every cue that the pack names, its own extensions included.</summary>
    public IEnumerable<CueReference> References =>
        Roles.Select(r => r.Lexicon)
            .Concat(Rules.SelectMany(r => r.References))
            .Concat(Cues.Values.OfType<LexiconDeclaration>().Select(l => l.Extends).OfType<CueReference>());
}
