using System.Collections.Immutable;
using GroomingSignals.RulePacks.Declarations;

namespace GroomingSignals.RulePacks.Binding;

/// <summary>Checks one pack by itself, before it meets others.</summary>
internal sealed class PackCheck
{
    private readonly PackContents _pack;
    private readonly Diagnostics _diagnostics;
    private readonly CueResolver _resolver;
    private readonly PhraseExpander _expander;

    private PackCheck(PackContents pack, Diagnostics diagnostics)
    {
        _pack = pack;
        _diagnostics = diagnostics;
        var alone = new Dictionary<string, PackContents>(StringComparer.Ordinal) { [pack.Id] = pack };
        _resolver = new CueResolver(alone, complete: false, diagnostics);
        _expander = new PhraseExpander(alone, _resolver, diagnostics, keep: true);
    }

    /// <summary>Checks a pack, and keeps with it what its phrases say.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="diagnostics">Receives the problems.</param>
    /// <param name="phrasesOnly">True to leave out all that is not needed to bind the pack.</param>
    public static void Run(PackContents pack, Diagnostics diagnostics, bool phrasesOnly = false)
    {
        var check = new PackCheck(pack, diagnostics);
        if (phrasesOnly)
        {
            check.Phrases();
            return;
        }

        check.Names();
        check.Conditions();
        check.Phrases();
        check.Unused();
    }

    private void Names()
    {
        foreach (var reference in _pack.Roles.Select(r => r.Lexicon).Concat(_pack.Rules.SelectMany(r => r.References)))
        {
            _resolver.CheckUse(reference);
        }

        foreach (var lexicon in _pack.Cues.Values.OfType<LexiconDeclaration>())
        {
            if (lexicon.Extends is { } target)
            {
                _resolver.CheckExtends(target);
            }
        }
    }

    private void Conditions()
    {
        var satisfiability = new Satisfiability();
        foreach (var rule in _pack.Rules)
        {
            if (satisfiability.Problem(rule) is { } problem)
            {
                _diagnostics.Error(DiagnosticIds.Impossible, rule.Position, $"Rule {rule.Draft.Id} can never match: {problem}.");
            }
        }
    }

    private void Phrases()
    {
        foreach (var cue in _pack.Cues.Values.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            var (phrases, except) = PhrasesOf(cue);
            bool number = cue is NumberDeclaration;
            _expander.Expand(_pack, phrases, number, Repeated);
            _expander.Expand(_pack, except, number, Repeated);
        }
    }

    private void Repeated(Phrase phrase) =>
        _diagnostics.Warning(DiagnosticIds.RepeatedPhrase, phrase.Position, "The phrases before this one already give all of its literals.");

    private void Unused()
    {
        var used = _pack.References.Where(r => string.Equals(r.PackId, _pack.Id, StringComparison.Ordinal)).Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var slots = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cue in _pack.Cues.Values)
        {
            if (!used.Contains(cue.Name) && cue is not LexiconDeclaration { Extends: not null })
            {
                _diagnostics.Warning(DiagnosticIds.Unused, cue.Position, $"No rule and no role of the pack uses '{cue.Name}'.");
            }

            var (phrases, except) = PhrasesOf(cue);
            AddSlots(slots, phrases);
            AddSlots(slots, except);
        }

        foreach (var slot in _pack.Slots.Values.Where(s => !slots.Contains(s.Name) && !slots.Contains($"{_pack.Id}/{s.Name}")))
        {
            _diagnostics.Warning(DiagnosticIds.Unused, slot.Position, $"No phrase of the pack uses the slot '{slot.Name}'.");
        }
    }

    private static void AddSlots(HashSet<string> names, ImmutableArray<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var slot in phrase.Template.Slots)
            {
                names.Add(slot.Name);
            }
        }
    }

    private static (ImmutableArray<Phrase> Phrases, ImmutableArray<Phrase> Except) PhrasesOf(CueDeclaration cue) => cue switch
    {
        LexiconDeclaration lexicon => (lexicon.Phrases, lexicon.Except),
        NumberDeclaration number => (number.Phrases, number.Except),
        _ => ([], []),
    };
}
