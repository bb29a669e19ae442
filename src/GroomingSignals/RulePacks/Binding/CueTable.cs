using System.Collections.Immutable;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks.Declarations;

namespace GroomingSignals.RulePacks.Binding;

/// <summary>Gives ids to the cues in use, by full name, and makes what Read looks for.</summary>
internal sealed class CueTable
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<PackContents> _packs;
    private readonly IReadOnlyDictionary<string, PackContents> _byId;
    private readonly PhraseExpander _expander;

    public CueTable(
        IReadOnlyList<PackContents> packs, IReadOnlyDictionary<string, PackContents> byId, IEnumerable<CueReference> used, PhraseExpander expander)
    {
        _packs = packs;
        _byId = byId;
        _expander = expander;
        CueReference[] references = [.. used.DistinctBy(r => r.FullName, StringComparer.Ordinal).OrderBy(r => r.FullName, StringComparer.Ordinal)];
        for (int id = 0; id < references.Length; id++)
        {
            _ids.Add(references[id].FullName, id);
        }

        Cues = [.. references.Select(r => Definition(r.FullName, byId[r.PackId], byId[r.PackId].Cues[r.Name]))];
        CountTheRest();
    }

    public ImmutableArray<CueDefinition> Cues { get; }

    public int IdOf(CueReference reference) => _ids[reference.FullName];

    private CueDefinition Definition(string fullName, PackContents pack, CueDeclaration declaration) => declaration switch
    {
        LexiconDeclaration lexicon => Lexicon(fullName, pack, lexicon),
        NumberDeclaration number => number.Template with
        {
            Phrases = _expander.Expand(pack, number.Phrases, number: true),
            Except = _expander.Expand(pack, number.Except, number: true),
        },
        PatternDeclaration pattern => pattern.Cue,
        _ => throw new InvalidOperationException($"Unknown cue {declaration.Kind}."),
    };

    private LexiconCue Lexicon(string fullName, PackContents pack, LexiconDeclaration lexicon)
    {
        var parts = new List<(PackContents Pack, LexiconDeclaration Lexicon)> { (pack, lexicon) };
        parts.AddRange(_packs.SelectMany(p => p.Cues.Values.OfType<LexiconDeclaration>()
            .Where(l => string.Equals(l.Extends?.FullName, fullName, StringComparison.Ordinal))
            .OrderBy(l => l.Name, StringComparer.Ordinal)
            .Select(l => (p, l))));
        return new LexiconCue(fullName)
        {
            Literals = Union(parts.ConvertAll(p => _expander.Expand(p.Pack, p.Lexicon.Phrases, number: false))),
            Except = Union(parts.ConvertAll(p => _expander.Expand(p.Pack, p.Lexicon.Except, number: false))),
            Boundary = lexicon.Boundary,
            Views = lexicon.Views,
        };
    }

    /// <summary>Literals of several lexicons, each once; those of one lexicon are so already.</summary>
    private static ImmutableArray<string> Union(List<ImmutableArray<string>> literals) =>
        literals.Count == 1 ? literals[0] : [.. literals.SelectMany(l => l).Distinct(StringComparer.Ordinal)];

    /// <summary>What nothing uses is loaded all the same, and counts towards the bound.</summary>
    private void CountTheRest()
    {
        foreach (var pack in _byId.Values)
        {
            foreach (var cue in pack.Cues.Values.Where(c => !_ids.ContainsKey($"{pack.Id}/{c.Name}")))
            {
                switch (cue)
                {
                    case LexiconDeclaration { Extends: { } target } when _ids.ContainsKey(target.FullName):
                        break;
                    case LexiconDeclaration lexicon:
                        _expander.Expand(pack, lexicon.Phrases, number: false);
                        _expander.Expand(pack, lexicon.Except, number: false);
                        break;
                    case NumberDeclaration number:
                        _expander.Expand(pack, number.Phrases, number: true);
                        _expander.Expand(pack, number.Except, number: true);
                        break;
                    default:
                        break;
                }
            }
        }
    }
}
