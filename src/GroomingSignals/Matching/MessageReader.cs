using GroomingSignals.Conversations;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>
/// Reads a message into signals: the only step that sees text. Immutable and thread-safe; a message without matches costs no memory.
/// </summary>
/// <param name="cues">What to look for.</param>
/// <param name="patternNeeds">For each pattern the cues without one of which it need not run; null where it always runs.</param>
/// <param name="companions">For each cue the cues beside one of which it matters at all; null where it matters by itself.</param>
/// <param name="decisive">For each cue whether a message that has it, and nothing else, can matter; a message that has only others is as good as one without matches. Null: all matter.</param>
internal sealed class MessageReader(CueSet cues, bool[]? decisive = null, int[]?[]? patternNeeds = null, int[]?[]? companions = null)
{
    private readonly CompiledCues _cues = new(cues);

    internal CompiledCues Compiled => _cues;

    /// <summary>Measures the text for features; null when none are collected.</summary>
    public TextMeasure? Measure { get; init; }

    /// <summary>Reads a message.</summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="characterLimit">How many code units are read at most.</param>
    /// <param name="into">Receives what was found.</param>
    /// <param name="all">True to keep what cannot matter too: for whoever asks why a rule did not match.</param>
    public void Read(ReadOnlySpan<char> text, int characterLimit, MessageSignals into, bool all = false)
    {
        into.Clear();
        into.TextTruncated = text.Length > characterLimit;
        text = Limited(text, characterLimit);
        var scratch = ReadScratch.Mine;
        scratch.Raw.Clear();
        var traits = Folder.Fold(text, scratch.Folded);
        Measure?.Take(scratch.Folded, into);
        into.HitsTruncated |= Scan(scratch, scratch.Folded, TextView.Folded);
        if ((traits & (TextTraits.Digits | TextTraits.NonAscii)) != TextTraits.None && _cues.HasDigitPatterns)
        {
            PatternRunner.RunNearDigits(_cues, scratch.Folded, scratch.Raw, patternNeeds);
        }

        if ((traits & ~TextTraits.Digits) != TextTraits.None)
        {
            into.HitsTruncated |= Weaker(text, scratch, traits);
        }

        if (all || Matters(scratch.Raw))
        {
            HitResolver.Resolve(text, _cues, scratch, into);
        }
    }

    /// <summary>The part of a text that is read: as much as the limit allows, and no half of a surrogate pair at its end.</summary>
    public static ReadOnlySpan<char> Limited(ReadOnlySpan<char> text, int characterLimit) => text.Length <= characterLimit
        ? text
        : text[..(characterLimit > 0 && char.IsHighSurrogate(text[characterLimit - 1]) ? characterLimit - 1 : characterLimit)];

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

    private bool Matters(List<RawHit> hits)
    {
        foreach (ref readonly var hit in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hits))
        {
            if (decisive is null || (decisive[hit.Cue] && (companions?[hit.Cue] is not { } needed || HasAny(hits, needed))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(List<RawHit> hits, int[] cues)
    {
        foreach (ref readonly var hit in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hits))
        {
            if (Array.IndexOf(cues, hit.Cue) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool Joined(ReadScratch scratch) =>
        Scan(scratch, scratch.Other, TextView.Joined) | Scan(scratch, _cues.Joined, scratch.Other, TextView.Joined, wholeRun: true);

    private bool Asked(ViewSet view) => (_cues.AllViews & view) != ViewSet.None;

    private bool Scan(ReadScratch scratch, ViewText view, TextView kind) => Scan(scratch, _cues.Literals, view, kind, wholeRun: false);

    private bool Scan(ReadScratch scratch, CompiledLiterals[] all, ViewText view, TextView kind, bool wholeRun)
    {
        bool full = false;
        foreach (var literals in all)
        {
            var collector = new HitCollector(_cues, literals, view, kind, scratch.Raw) { WholeRun = wholeRun };
            literals.Automaton.Scan(view.Chars, ref collector);
            full |= collector.Full;
        }

        return full;
    }
}
