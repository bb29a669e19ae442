using GroomingSignals.Conversations;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>The cues of a set, compiled: automata, number phrases, patterns. Immutable, apart from automata made when first needed.</summary>
internal sealed class CompiledCues
{
    private readonly Lazy<CompiledLiterals[]> _squeezed;
    private readonly Lazy<CompiledLiterals[]> _joined;
    private readonly Lazy<Vocabulary?> _vocabulary;

    private readonly Relevance _relevance;
    private readonly QuietFilter? _quiet;

    /// <summary>Compiles cues.</summary>
    /// <param name="cues">The cues.</param>
    /// <param name="relevance">What can come of each.</param>
    public CompiledCues(CueSet cues, Relevance relevance)
    {
        _relevance = relevance;
        Set = cues;
        Views = [.. cues.Cues.Select(c => c is LexiconCue l ? l.Views : ViewSet.Folded | ViewSet.Skeleton)];
        Boundaries = [.. cues.Cues.Select(c => c is LexiconCue l ? l.Boundary : CueBoundary.Word)];
        AllViews = Views.Aggregate(ViewSet.None, (all, v) => all | v);
        NumberExcepts = new NumberPhrase[cues.Cues.Length][];
        IsRole = new bool[cues.Cues.Length];
        OwnRoles = new DiscourseRole[cues.Cues.Length];
        foreach (var role in cues.Roles.Reverse())
        {
            // The first role that applies wins: it is set last.
            IsRole[role.Lexicon] = true;
            OwnRoles[role.Lexicon] = role.Role;
        }

        var tables = NewTables(ViewSet.All);
        for (int cue = 0; cue < cues.Cues.Length; cue++)
        {
            Add(cue, cues.Cues[cue], tables[(int)LiteralEntry.WholeWords], tables[(int)EntryOf(cue)]);
        }

        Literals = Compile(tables);
        _quiet = relevance.IsSelective && Literals is [{ Entry: LiteralEntry.WholeWords } only] ? QuietBuilder.Build(only, this, relevance) : null;
        bool allWhole = tables.Skip(1).All(t => t.Literals.Count == 0);
        var wholeWords = tables[(int)LiteralEntry.WholeWords].Literals;
        _vocabulary = new(() => allWhole ? new Vocabulary(wholeWords) : null);
        Patterns = [.. cues.Cues.Select((c, i) => (c, i)).Where(p => p.c is PatternCue).Select(p => new CompiledPattern(p.i, (PatternCue)p.c))];
        HasDigitPatterns = Patterns.Any(p => p.Definition.AnchorDigit);
        HasDeciding = Patterns.Any(p => p.Definition.AnchorDigit && relevance.RankOf(p.Cue) > LiteralRank.Context);
        _squeezed = new(() => Derive(ViewSet.Runs, RunsView.Squeeze));
        _joined = new(() => Derive(ViewSet.Joined, Matching.Literals.Join));
    }

    public CueSet Set { get; }

    /// <summary>The views of each cue.</summary>
    public ViewSet[] Views { get; }

    public CueBoundary[] Boundaries { get; }

    /// <summary>For each cue whether it decides a discourse role.</summary>
    public bool[] IsRole { get; }

    /// <summary>The role of each cue where nothing else stands with it.</summary>
    public DiscourseRole[] OwnRoles { get; }

    /// <summary>The views that some cue asks for.</summary>
    public ViewSet AllViews { get; }

    /// <summary>The literals as they stand in most views; one for each way in which they may begin.</summary>
    public CompiledLiterals[] Literals { get; }

    public List<NumberPhrase> Numbers { get; } = [];

    /// <summary>The exceptions of each number cue; tried only round a number that a phrase has found.</summary>
    public NumberPhrase[]?[] NumberExcepts { get; }

    public CompiledPattern[] Patterns { get; }

    public bool HasDigitPatterns { get; }

    /// <summary>The words of all literals; null when some need not be whole words, so that no text can be ruled out by its words. Made when the first message needs it.</summary>
    public Vocabulary? Vocabulary => _vocabulary.Value;

    /// <summary>The literals with every run of a letter made one; made when the first message needs them.</summary>
    public CompiledLiterals[] Squeezed => _squeezed.Value;

    /// <summary>The literals without spaces; made when the first message needs them.</summary>
    public CompiledLiterals[] Joined => _joined.Value;

    /// <summary>Tells of most texts that nothing comes of them; null when only looking for the cues tells.</summary>
    /// <param name="traits">What was seen in the text.</param>
    public QuietFilter? Quiet(TextTraits traits) =>
        (traits & TextTraits.NonAscii) != TextTraits.None || (HasDeciding && (traits & TextTraits.Digits) != TextTraits.None) ? null : _quiet;

    /// <summary>True when there are patterns anchored by digits from which something can come by themselves.</summary>
    private bool HasDeciding { get; }

    /// <summary>A table for each way in which literals may begin, with room for those of all cues that ask for a view.</summary>
    private LiteralTable[] NewTables(ViewSet view)
    {
        var counts = new int[3];
        for (int cue = 0; cue < Set.Cues.Length; cue++)
        {
            switch (Set.Cues[cue])
            {
                case LexiconCue lexicon when (lexicon.Views & view) != ViewSet.None:
                    counts[(int)EntryOf(cue)] += lexicon.Literals.Length;
                    counts[(int)LiteralEntry.WholeWords] += lexicon.Except.Length;
                    break;
                case NumberCue number:
                    counts[(int)LiteralEntry.WholeWords] += number.Phrases.Length;
                    break;
                case PatternCue pattern:
                    counts[(int)LiteralEntry.WholeWords] += pattern.AnchorWords.Length;
                    break;
            }
        }

        return Array.ConvertAll(counts, count => new LiteralTable(count));
    }

    private CompiledLiterals[] Compile(LiteralTable[] tables) =>
        [.. tables.Select((table, i) => (table, i)).Where(t => t.table.Literals.Count > 0).Select(t => new CompiledLiterals(t.table, (LiteralEntry)t.i, _relevance))];

    private LiteralEntry EntryOf(int cue) => Boundaries[cue] switch
    {
        CueBoundary.Word => LiteralEntry.WholeWords,
        CueBoundary.Prefix => LiteralEntry.WordStarts,
        _ => LiteralEntry.Anywhere,
    };

    private void Add(int cue, CueDefinition definition, LiteralTable words, LiteralTable phrases)
    {
        switch (definition)
        {
            case LexiconCue lexicon:
                foreach (string literal in lexicon.Literals)
                {
                    phrases.Add(Matching.Literals.FoldTrimmed(literal), new CueUse(cue, CueUseKind.Phrase, 0));
                }

                foreach (string except in lexicon.Except)
                {
                    words.Add(Matching.Literals.FoldTrimmed(except), new CueUse(cue, CueUseKind.Except, 0));
                }

                break;
            case NumberCue number:
                foreach (string text in number.Phrases)
                {
                    var phrase = NumberPhrase.Of(cue, text);
                    words.Add(phrase.Anchor, new CueUse(cue, CueUseKind.Number, Numbers.Count));
                    Numbers.Add(phrase);
                }

                NumberExcepts[cue] = [.. number.Except.Select(e => NumberPhrase.Of(cue, e))];
                break;
            case PatternCue pattern:
                foreach (string word in pattern.AnchorWords)
                {
                    words.Add(Matching.Literals.FoldTrimmed(word), new CueUse(cue, CueUseKind.Anchor, 0));
                }

                break;
        }
    }

    private CompiledLiterals[] Derive(ViewSet view, Func<string, string?> form)
    {
        var tables = NewTables(view);
        for (int cue = 0; cue < Set.Cues.Length; cue++)
        {
            if (Set.Cues[cue] is LexiconCue lexicon && (lexicon.Views & view) != ViewSet.None)
            {
                AddForms(tables[(int)EntryOf(cue)], lexicon.Literals, form, new CueUse(cue, CueUseKind.Phrase, 0));
                AddForms(tables[(int)LiteralEntry.WholeWords], lexicon.Except, form, new CueUse(cue, CueUseKind.Except, 0));
            }
        }

        return Compile(tables);
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
