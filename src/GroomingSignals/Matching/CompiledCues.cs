using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>The cues of a set, compiled: automata, number phrases, patterns. Immutable, apart from automata made when first needed.</summary>
internal sealed class CompiledCues
{
    private readonly Lazy<(LiteralTable, Automaton)> _squeezed;
    private readonly Lazy<(LiteralTable, Automaton)> _joined;
    private readonly int _budget;

    public CompiledCues(CueSet cues, int budget = Automaton.DefaultBudget)
    {
        _budget = budget;
        Set = cues;
        Views = [.. cues.Cues.Select(c => c is LexiconCue l ? l.Views : ViewSet.Folded | ViewSet.Skeleton)];
        Boundaries = [.. cues.Cues.Select(c => c is LexiconCue l ? l.Boundary : CueBoundary.Word)];
        AllViews = Views.Aggregate(ViewSet.None, (all, v) => all | v);
        Literals = new LiteralTable();
        NumberExcepts = new NumberPhrase[cues.Cues.Length][];
        for (int cue = 0; cue < cues.Cues.Length; cue++)
        {
            Add(cue, cues.Cues[cue]);
        }

        Automaton = new Automaton(new AutomatonBuilder(Literals.All), budget);
        Patterns = [.. cues.Cues.Select((c, i) => (c, i)).Where(p => p.c is PatternCue).Select(p => new CompiledPattern(p.i, (PatternCue)p.c))];
        HasDigitPatterns = Patterns.Any(p => p.Definition.AnchorDigit);
        _squeezed = new(() => Derive(ViewSet.Runs, RunsView.Squeeze));
        _joined = new(() => Derive(ViewSet.Joined, Matching.Literals.Join));
    }

    public CueSet Set { get; }

    /// <summary>The views of each cue.</summary>
    public ViewSet[] Views { get; }

    public CueBoundary[] Boundaries { get; }

    /// <summary>The views that some cue asks for.</summary>
    public ViewSet AllViews { get; }

    public LiteralTable Literals { get; }

    public Automaton Automaton { get; }

    public List<NumberPhrase> Numbers { get; } = [];

    /// <summary>The exceptions of each number cue; tried only round a number that a phrase has found.</summary>
    public NumberPhrase[]?[] NumberExcepts { get; }

    public CompiledPattern[] Patterns { get; }

    public bool HasDigitPatterns { get; }

    /// <summary>The literals with every run of a letter made one; made when the first message needs them.</summary>
    public (LiteralTable Literals, Automaton Automaton) Squeezed => _squeezed.Value;

    /// <summary>The literals without spaces; made when the first message needs them.</summary>
    public (LiteralTable Literals, Automaton Automaton) Joined => _joined.Value;

    private void Add(int cue, CueDefinition definition)
    {
        switch (definition)
        {
            case LexiconCue lexicon:
                foreach (string literal in lexicon.Literals)
                {
                    Literals.Add(Matching.Literals.FoldTrimmed(literal), new CueUse(cue, CueUseKind.Phrase, 0));
                }

                foreach (string except in lexicon.Except)
                {
                    Literals.Add(Matching.Literals.FoldTrimmed(except), new CueUse(cue, CueUseKind.Except, 0));
                }

                break;
            case NumberCue number:
                foreach (string phrase in number.Phrases)
                {
                    AddNumber(NumberPhrase.Of(cue, phrase));
                }

                NumberExcepts[cue] = [.. number.Except.Select(e => NumberPhrase.Of(cue, e))];
                break;
            case PatternCue pattern:
                foreach (string word in pattern.AnchorWords)
                {
                    Literals.Add(Matching.Literals.FoldTrimmed(word), new CueUse(cue, CueUseKind.Anchor, 0));
                }

                break;
        }
    }

    private void AddNumber(NumberPhrase phrase)
    {
        Literals.Add(phrase.Anchor, new CueUse(phrase.Cue, CueUseKind.Number, Numbers.Count));
        Numbers.Add(phrase);
    }

    private (LiteralTable, Automaton) Derive(ViewSet view, Func<string, string?> form)
    {
        var table = new LiteralTable();
        for (int cue = 0; cue < Set.Cues.Length; cue++)
        {
            if (Set.Cues[cue] is LexiconCue lexicon && (lexicon.Views & view) != ViewSet.None)
            {
                AddForms(table, lexicon.Literals, form, new CueUse(cue, CueUseKind.Phrase, 0));
                AddForms(table, lexicon.Except, form, new CueUse(cue, CueUseKind.Except, 0));
            }
        }

        return (table, new Automaton(new AutomatonBuilder(table.All), _budget));
    }

    private static void AddForms(LiteralTable table, IEnumerable<string> literals, Func<string, string?> form, CueUse use)
    {
        foreach (string literal in literals)
        {
            if (form(Matching.Literals.FoldTrimmed(literal)) is { } derived)
            {
                table.Add(derived, use);
            }
        }
    }
}
