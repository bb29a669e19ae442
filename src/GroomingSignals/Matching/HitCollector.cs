using GroomingSignals.Conversations;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>Makes matches of the occurrences of literals in one view and keeps those that count: word edges, the cue's views, numbers in range.</summary>
internal ref struct HitCollector(CompiledCues cues, ViewText view, TextView kind, List<RawHit> into)
{
    /// <summary>More matches than this in one message are a flood; the later ones are left out.</summary>
    internal const int Limit = 4096;

    private readonly ViewSet _kind = (ViewSet)(1 << (int)kind);

    /// <summary>True when literals must be a whole run of letters that stood alone.</summary>
    public bool WholeRun { get; init; }

    /// <summary>True when the limit was reached.</summary>
    public bool Full { get; private set; }

    /// <summary>Takes what was found of some literals.</summary>
    public void Take(CompiledLiterals literals, ReadOnlySpan<Occurrence> found)
    {
        foreach (ref readonly var occurrence in found)
        {
            if (kind == TextView.Folded || view.ChangedIn(occurrence.Start, occurrence.End))
            {
                foreach (ref readonly var use in literals.UsesOf(occurrence.Literal))
                {
                    Take(use, occurrence.Start, occurrence.End);
                }
            }
        }
    }

    private void Take(in CueUse use, int start, int end)
    {
        if ((cues.Views[use.Cue] & _kind) == ViewSet.None)
        {
            return;
        }

        if (into.Count >= Limit)
        {
            Full = true;
            return;
        }

        switch (use.Kind)
        {
            case CueUseKind.Phrase or CueUseKind.Except when IsBounded(use, start, end):
                into.Add(new RawHit(use.Cue, use.Kind == CueUseKind.Except, view.StartOf(start), view.EndOf(end - 1), kind, 0));
                break;
            case CueUseKind.Number when cues.Numbers[use.Number].TryMatch(view, start, end, out var match):
                Number(use.Cue, match);
                break;
            case CueUseKind.Anchor when kind == TextView.Folded && view.IsEdge(start) && view.IsEdge(end):
                PatternRunner.Run(cues, use.Cue, view, start, end, into);
                break;
        }
    }

    private readonly bool IsBounded(in CueUse use, int start, int end)
    {
        if (WholeRun)
        {
            return view.IsEdge(start) && view.IsEdge(end) && view.ChangedAt(start) && view.ChangedAt(end - 1);
        }

        return (use.Kind == CueUseKind.Except ? CueBoundary.Word : cues.Boundaries[use.Cue]) switch
        {
            CueBoundary.Word => view.IsEdge(start) && view.IsEdge(end),
            CueBoundary.Prefix => view.IsEdge(start),
            _ => true,
        };
    }

    private readonly void Number(int cue, in NumberMatch match)
    {
        var definition = (NumberCue)cues.Set.Cues[cue];
        if (match.Value < definition.Minimum || match.Value > definition.Maximum)
        {
            return;
        }

        foreach (var except in cues.NumberExcepts[cue]!)
        {
            if (except.StandsAround(view, match))
            {
                return;
            }
        }

        into.Add(new RawHit(cue, false, view.StartOf(match.Start), view.EndOf(match.End - 1), kind, match.Value));
    }
}
