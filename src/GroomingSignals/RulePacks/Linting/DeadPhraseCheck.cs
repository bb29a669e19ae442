using System.Collections.Immutable;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.Rules;
using GroomingSignals.Text;

namespace GroomingSignals.RulePacks.Linting;

/// <summary>
/// Looks for words that silence a rule without anybody having meant it: a phrase in which its own exception stands, and benign words
/// that count wherever in the message they are, so that whoever adds one is never found.
/// </summary>
internal static class DeadPhraseCheck
{
    public static void Run(PackContents pack, Diagnostics diagnostics)
    {
        foreach (var lexicon in pack.Cues.Values.OfType<LexiconDeclaration>().OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            Report(pack, lexicon, Literals(pack, lexicon.Except), $"an exception of '{lexicon.Name}'", diagnostics);
        }

        foreach (var rule in pack.Rules.Where(r => r.Draft.Mode != RuleMode.Off))
        {
            Of(pack, rule, diagnostics);
        }
    }

    private static void Of(PackContents pack, RuleDeclaration rule, Diagnostics diagnostics)
    {
        var names = new List<CueReference>();
        var when = rule.When(reference =>
        {
            names.Add(reference);
            return names.Count - 1;
        });
        foreach (var (cue, except) in Silenced(when).Distinct())
        {
            diagnostics.Warning(
                DiagnosticIds.SilencedAnywhere, rule.Position,
                $"Rule {rule.Draft.Id} says nothing as soon as '{names[except].Name}' stands anywhere in the message, whatever else is said: ask for it near '{names[cue].Name}', with 'tokens'.");
        }

        foreach (var condition in MessageParts(when).OfType<CueCondition>().Where(c => c.NotNear is not null))
        {
            if (Own(pack, names[condition.Cue]) is { } lexicon && Own(pack, names[condition.NotNear!.Cue]) is { } benign)
            {
                Report(pack, lexicon, Literals(pack, benign.Phrases), $"'{benign.Name}', near which rule {rule.Draft.Id} does not count it", diagnostics);
            }
        }
    }

    /// <summary>The cues that another cue silences wherever it stands in the message.</summary>
    private static IEnumerable<(int Cue, int Except)> Silenced(Condition when)
    {
        foreach (var condition in MessageParts(when).OfType<CueCondition>())
        {
            if (condition.NotNear is { Tokens: null } near)
            {
                yield return (condition.Cue, near.Cue);
            }
        }

        if (when is AllCondition all && all.Of.OfType<CueCondition>().FirstOrDefault() is { } evidence)
        {
            foreach (var not in all.Of.OfType<NotCondition>().SelectMany(n => MessageParts(n.Of)).OfType<CueCondition>())
            {
                yield return (evidence.Cue, not.Cue);
            }
        }
    }

    private static IEnumerable<Condition> MessageParts(Condition condition) => condition switch
    {
        AllCondition all => all.Of.SelectMany(MessageParts),
        AnyCondition any => any.Of.SelectMany(MessageParts),
        AtLeastCondition atLeast => atLeast.Of.SelectMany(MessageParts),
        _ => [condition],
    };

    private static LexiconDeclaration? Own(PackContents pack, CueReference reference) =>
        string.Equals(reference.PackId, pack.Id, StringComparison.Ordinal) && pack.Cues.TryGetValue(reference.Name, out var cue) ? cue as LexiconDeclaration : null;

    private static void Report(PackContents pack, LexiconDeclaration lexicon, ImmutableArray<string> silencers, string what, Diagnostics diagnostics)
    {
        if (silencers.IsEmpty)
        {
            return;
        }

        var automaton = new Automaton([.. silencers]);
        foreach (var phrase in lexicon.Phrases)
        {
            ImmutableArray<string> literals = Literals(pack, [phrase]);
            var dead = literals.Where(l => Holds(automaton, l)).ToList();
            if (dead.Count > 0)
            {
                diagnostics.Warning(
                    DiagnosticIds.DeadPhrase, phrase.Position,
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{dead.Count} of the {literals.Length} literals of this phrase hold {what}, as '{dead[0]}' does: they are never found."));
            }
        }
    }

    private static bool Holds(Automaton automaton, string literal)
    {
        var whole = new WholeWords(literal);
        automaton.Scan(literal, ref whole);
        return whole.Found;
    }

    /// <summary>The literals of phrases, as a message that has them is read.</summary>
    private static ImmutableArray<string> Literals(PackContents pack, IEnumerable<Phrase> phrases)
    {
        var view = new ViewText();
        return
        [
            .. phrases.Where(p => p.Template.Slots.All(s => pack.Slots.ContainsKey(s.Name)))
                .SelectMany(p => p.Template.Expand(name => pack.Slots[name].Entries))
                .Select(literal =>
                {
                    Folder.Fold(literal, view);
                    return view.Chars.ToString();
                })
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private struct WholeWords(string text) : ILiteralVisitor
    {
        public bool Found { get; private set; }

        public readonly void Look()
        {
        }

        public void Visit(int literal, int start, int end) =>
            Found |= end == text.Length || !ViewText.IsWord(text[end]) || !ViewText.IsWord(text[end - 1]);
    }
}
