using GroomingSignals.Conversations;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>
/// Reads a message into signals: the only step that sees text. Immutable and thread-safe; a message without matches costs no memory.
/// </summary>
internal sealed class MessageReader
{
    private readonly Relevance _relevance;
    private readonly CompiledCues _cues;
    private readonly int[]?[]? _patternNeeds;

    /// <summary>Compiles cues.</summary>
    /// <param name="cues">What to look for.</param>
    /// <param name="relevance">When something could come of a message; one of which nothing could is as good as one without matches. Null: any match matters.</param>
    /// <param name="patternNeeds">For each pattern the cues without one of which it need not run; null where it always runs.</param>
    public MessageReader(CueSet cues, Relevance? relevance = null, int[]?[]? patternNeeds = null)
    {
        _relevance = relevance ?? Relevance.OfAll(cues);
        _cues = new CompiledCues(cues, _relevance);
        _patternNeeds = patternNeeds;
    }

    internal CompiledCues Compiled => _cues;

    /// <summary>Measures the text for features; null when none are collected.</summary>
    public TextMeasure? Measure { get; init; }

    /// <summary>Reads a message.</summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="characterLimit">How many code units are read at most.</param>
    /// <param name="into">Receives what was found.</param>
    /// <param name="later">True when something was found in the conversation before; what matters only then is otherwise left out.</param>
    /// <param name="all">True to keep what cannot matter too: for whoever asks why a rule did not match.</param>
    public void Read(ReadOnlySpan<char> text, int characterLimit, MessageSignals into, bool later = true, bool all = false) =>
        Read(ReadScratch.Mine, text, characterLimit, into, later, all);

    /// <summary>The same with the scratch of the thread at hand.</summary>
    public void Read(ReadScratch scratch, ReadOnlySpan<char> text, int characterLimit, MessageSignals into, bool later, bool all)
    {
        into.Clear();
        into.TextTruncated = text.Length > characterLimit;
        text = Limited(text, characterLimit);
        scratch.Raw.Clear();
        var traits = Folder.Fold(text, scratch.Folded);
        Measure?.Take(scratch.Folded, into);
        if (!all && IsQuiet(text, scratch, traits, later))
        {
            return;
        }

        bool any = Find(scratch, _cues.Literals, scratch.Folded, later ? LiteralRank.Later : LiteralRank.Always);
        if (!any && !all && traits == TextTraits.None)
        {
            return;
        }

        into.HitsTruncated |= Take(scratch, _cues.Literals, scratch.Folded, TextView.Folded, wholeRun: false);
        if ((traits & (TextTraits.Digits | TextTraits.NonAscii)) != TextTraits.None && _cues.HasDigitPatterns)
        {
            PatternRunner.RunNearDigits(_cues, scratch.Folded, scratch.Raw, _patternNeeds);
        }

        if ((traits & ~TextTraits.Digits) != TextTraits.None)
        {
            into.HitsTruncated |= Weaker(text, scratch, traits);
        }

        if (all || _relevance.Matters(scratch.Raw, later, scratch.Present(_relevance.Words)))
        {
            HitResolver.Resolve(text, _cues, scratch, into);
        }
    }

    /// <summary>The part of a text that is read: as much as the limit allows, and no half of a surrogate pair at its end.</summary>
    public static ReadOnlySpan<char> Limited(ReadOnlySpan<char> text, int characterLimit) => text.Length <= characterLimit
        ? text
        : text[..(characterLimit > 0 && char.IsHighSurrogate(text[characterLimit - 1]) ? characterLimit - 1 : characterLimit)];

    /// <summary>True when no view has a cue from which something could come: then those that are context for others need not be looked for.</summary>
    private bool IsQuiet(ReadOnlySpan<char> text, ReadScratch scratch, TextTraits traits, bool later)
    {
        if (_cues.Quiet(traits) is not { } filter || !filter.IsQuiet(scratch.Folded, (traits & TextTraits.Digits) != TextTraits.None, later, scratch.Quiet))
        {
            return false;
        }

        if ((traits & ~TextTraits.Digits) == TextTraits.None)
        {
            return true;
        }

        Weaker(text, scratch, traits);
        bool any = scratch.Raw.Count > 0;
        scratch.Raw.Clear();
        return !any;
    }

    /// <summary>The views that undo an obfuscation, each on the skeleton when there is one.</summary>
    private bool Weaker(ReadOnlySpan<char> text, ReadScratch scratch, TextTraits traits)
    {
        bool full = false;
        var from = scratch.Folded;
        if ((traits & TextTraits.NonAscii) != TextTraits.None && Asked(ViewSet.Skeleton))
        {
            SkeletonView.Make(text, scratch.Skeleton);
            if (scratch.Skeleton.ChangedIn(0, scratch.Skeleton.Length))
            {
                from = scratch.Skeleton;
                full |= Scan(scratch, from, TextView.Skeleton);
                traits |= TextTraits.LongRun | TextTraits.Spaced | TextTraits.Leet;
            }
        }

        if ((traits & TextTraits.LongRun) != TextTraits.None && Asked(ViewSet.Runs))
        {
            RunsView.Make(from, scratch.Other);
            full |= Scan(scratch, _cues.Squeezed, scratch.Other, TextView.Runs, wholeRun: false);
        }

        if ((traits & TextTraits.Spaced) != TextTraits.None && Asked(ViewSet.Joined))
        {
            bool ambiguous = JoinedView.Make(from, scratch.Other, firstIsWord: false);
            if (scratch.Other.ChangedIn(0, scratch.Other.Length))
            {
                full |= Joined(scratch);
                if (ambiguous)
                {
                    JoinedView.Make(from, scratch.Other, firstIsWord: true);
                    full |= Joined(scratch);
                }
            }
        }

        if ((traits & TextTraits.Leet) != TextTraits.None && Asked(ViewSet.Leet)
            && (_cues.Vocabulary is null || LeetView.IsNeeded(from.Chars, _cues.Vocabulary, scratch.Words)))
        {
            bool ones = LeetView.Make(from, scratch.Other, oneIsL: false);
            full |= Scan(scratch, scratch.Other, TextView.Leet);
            if (ones)
            {
                LeetView.Make(from, scratch.Other, oneIsL: true);
                full |= Scan(scratch, scratch.Other, TextView.Leet);
            }
        }

        return full;
    }

    private bool Joined(ReadScratch scratch) =>
        Scan(scratch, scratch.Other, TextView.Joined) | Scan(scratch, _cues.Joined, scratch.Other, TextView.Joined, wholeRun: true);

    private bool Asked(ViewSet view) => (_cues.AllViews & view) != ViewSet.None;

    private bool Scan(ReadScratch scratch, ViewText view, TextView kind) => Scan(scratch, _cues.Literals, view, kind, wholeRun: false);

    private bool Scan(ReadScratch scratch, CompiledLiterals[] all, ViewText view, TextView kind, bool wholeRun)
    {
        Find(scratch, all, view, LiteralRank.Context);
        return Take(scratch, all, view, kind, wholeRun);
    }

    /// <summary>Looks for literals.</summary>
    /// <returns>True when one of at least the rank was found.</returns>
    private static bool Find(ReadScratch scratch, CompiledLiterals[] all, ViewText view, LiteralRank rank)
    {
        bool any = false;
        foreach (var literals in all)
        {
            var found = scratch.Found[(int)literals.Entry];
            found.Clear();
            var collector = new OccurrenceCollector(found);
            literals.Automaton.Scan(view.Chars, view.Masks, ref collector);
            any |= literals.HasRank(found.Lowest, rank);
        }

        return any;
    }

    /// <summary>Makes matches of what was found.</summary>
    /// <returns>True when there were too many.</returns>
    private bool Take(ReadScratch scratch, CompiledLiterals[] all, ViewText view, TextView kind, bool wholeRun)
    {
        var collector = new HitCollector(_cues, view, kind, scratch.Raw) { WholeRun = wholeRun };
        foreach (var literals in all)
        {
            collector.Take(literals, scratch.Found[(int)literals.Entry].Found);
        }

        return collector.Full;
    }
}
