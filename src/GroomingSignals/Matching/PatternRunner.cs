using System.Text.RegularExpressions;
using GroomingSignals.Conversations;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>Runs patterns near their anchors.</summary>
internal static class PatternRunner
{
    /// <summary>Runs the pattern of a cue near an anchor.</summary>
    public static void Run(CompiledCues cues, int cue, ViewText view, int start, int end, List<RawHit> into)
    {
        foreach (var pattern in cues.Patterns)
        {
            if (pattern.Cue == cue)
            {
                Run(pattern, view, start, end, into);
            }
        }
    }

    /// <summary>Runs the patterns that are anchored by digits near every group of digits.</summary>
    /// <param name="cues">The cues.</param>
    /// <param name="view">The folded view.</param>
    /// <param name="into">The matches of literals; receives those of patterns.</param>
    /// <param name="needs">For each pattern the cues without one of which it need not run; null where it always runs.</param>
    public static void RunNearDigits(CompiledCues cues, ViewText view, List<RawHit> into, int[]?[]? needs)
    {
        var chars = view.Chars;
        if (!chars.ContainsAny(TraitFinder.AsciiDigits) || !AnyMayRun(cues, into, needs))
        {
            return;
        }

        int done = 0;
        while (done < chars.Length)
        {
            int first = chars[done..].IndexOfAny(TraitFinder.AsciiDigits);
            if (first < 0)
            {
                return;
            }

            int start = done + first;
            int end = start + 1;
            // One window for digits that stand near each other.
            for (int i = end; i < chars.Length && i - end <= CompiledPattern.Reach; i++)
            {
                end = char.IsAsciiDigit(chars[i]) ? i + 1 : end;
            }

            foreach (var pattern in cues.Patterns)
            {
                if (pattern.Definition.AnchorDigit && MayRun(pattern, into, needs))
                {
                    Run(pattern, view, start, end, into);
                }
            }

            done = end;
        }
    }

    private static bool AnyMayRun(CompiledCues cues, List<RawHit> found, int[]?[]? needs)
    {
        foreach (var pattern in cues.Patterns)
        {
            if (pattern.Definition.AnchorDigit && MayRun(pattern, found, needs))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayRun(CompiledPattern pattern, List<RawHit> found, int[]?[]? needs)
    {
        if (needs?[pattern.Cue] is not { } any)
        {
            return true;
        }

        foreach (ref readonly var hit in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(found))
        {
            if (Array.IndexOf(any, hit.Cue) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Run(CompiledPattern pattern, ViewText view, int start, int end, List<RawHit> into)
    {
        int from = Math.Max(0, start - CompiledPattern.Reach);
        int to = Math.Min(view.Length, end + CompiledPattern.Reach);
        int before = into.Count;
        for (int attempt = 0; attempt < CompiledPattern.Attempts; attempt++)
        {
            try
            {
                Collect(pattern, view, from, to, into);
                return;
            }
            catch (RegexMatchTimeoutException)
            {
                // The first use, or a machine that pauses, may pass the limit. What the expression has made of itself by then it keeps, so that the next
                // attempt is quick; only one that is slow by itself passes it each time, and then finds nothing: hostile text never throws.
                into.RemoveRange(before, into.Count - before);
            }
        }
    }

    private static void Collect(CompiledPattern pattern, ViewText view, int from, int to, List<RawHit> into)
    {
        foreach (var match in pattern.Regex.EnumerateMatches(view.Chars[from..to]))
        {
            int at = from + match.Index;
            if (into.Count < HitCollector.Limit && match.Length > 0)
            {
                into.Add(new RawHit(
                    pattern.Cue, false, view.StartOf(at), view.EndOf(at + match.Length - 1), TextView.Folded, 0));
            }
        }
    }
}
