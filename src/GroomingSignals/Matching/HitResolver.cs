using System.Runtime.InteropServices;
using GroomingSignals.Conversations;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>Makes matches of raw ones: exceptions cancel, overlaps of one cue become the leftmost longest in the strongest view, roles are decided.</summary>
internal static class HitResolver
{
    /// <summary>More matches than this are not kept for one message.</summary>
    internal const int Limit = 512;

    public static void Resolve(ReadOnlySpan<char> text, CompiledCues cues, ReadScratch scratch, MessageSignals into)
    {
        var raw = scratch.Raw;
        Sort(raw, ByCue);
        var kept = scratch.Kept;
        kept.Clear();
        for (int from = 0; from < raw.Count;)
        {
            int to = from + 1;
            while (to < raw.Count && raw[to].Cue == raw[from].Cue)
            {
                to++;
            }

            Keep(raw, from, to, cues, kept);
            from = to;
        }

        if (kept.Count == 1)
        {
            // Where there is one match there is nothing near it, and no clause but its own.
            into.Add(kept[0] with { Role = cues.OwnRoles[kept[0].Cue] });
            return;
        }

        Sort(kept, ByPlace);
        scratch.Tokens.Make(text);
        foreach (ref var hit in CollectionsMarshal.AsSpan(kept))
        {
            hit = hit with { FirstToken = scratch.Tokens.TokenAt(hit.Start), LastToken = scratch.Tokens.TokenAt(hit.End - 1) };
        }

        Roles(cues, scratch.Tokens, kept, into);
    }

    private static readonly Comparison<CueHit> ByPlace = static (a, b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? a.End.CompareTo(b.End) : a.Cue.CompareTo(b.Cue);

    /// <summary>Sorts in place: the few matches of an ordinary message one by one.</summary>
    private static void Sort<T>(List<T> hits, Comparison<T> comparison)
    {
        var span = CollectionsMarshal.AsSpan(hits);
        if (span.Length > 16)
        {
            span.Sort(comparison);
            return;
        }

        for (int i = 1; i < span.Length; i++)
        {
            var hit = span[i];
            int at = i;
            for (; at > 0 && comparison(span[at - 1], hit) > 0; at--)
            {
                span[at] = span[at - 1];
            }

            span[at] = hit;
        }
    }

    private static readonly Comparison<RawHit> ByCue = Compare;

    /// <summary>By cue, exceptions first, then by view, place and length.</summary>
    private static int Compare(RawHit a, RawHit b)
    {
        int order = a.Cue.CompareTo(b.Cue);
        order = order != 0 ? order : b.IsExcept.CompareTo(a.IsExcept);
        order = order != 0 ? order : (int)a.View - (int)b.View; // CompareTo of an enumeration allocates.
        order = order != 0 ? order : a.Start.CompareTo(b.Start);
        return order != 0 ? order : b.End.CompareTo(a.End);
    }

    private static void Keep(List<RawHit> raw, int from, int to, CompiledCues cues, List<CueHit> kept)
    {
        int firstKept = kept.Count;
        int hits = from;
        while (hits < to && raw[hits].IsExcept)
        {
            hits++;
        }

        var number = cues.Set.Cues[raw[from].Cue] as NumberCue;
        for (int i = hits; i < to; i++)
        {
            var hit = raw[i];
            if (IsCancelled(raw, from, hits, hit) || Overlaps(kept, firstKept, hit))
            {
                continue;
            }

            kept.Add(new CueHit(
                hit.Cue, hit.Start, hit.End, hit.View, DiscourseRole.Enacting, 0, 0,
                number is null ? 0 : hit.Value + number.OffsetFrom, number is null ? 0 : hit.Value + number.OffsetTo));
        }
    }

    /// <summary>A match is cancelled by an exception that it overlaps.</summary>
    private static bool IsCancelled(List<RawHit> raw, int from, int to, in RawHit hit)
    {
        for (int i = from; i < to; i++)
        {
            if (raw[i].Start < hit.End && hit.Start < raw[i].End)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Overlaps(List<CueHit> kept, int from, in RawHit hit)
    {
        for (int i = kept.Count - 1; i >= from; i--)
        {
            if (kept[i].Start < hit.End && hit.Start < kept[i].End)
            {
                return true;
            }
        }

        return false;
    }

    private static void Roles(CompiledCues cues, Tokens tokens, List<CueHit> kept, MessageSignals into)
    {
        foreach (var hit in kept)
        {
            if (cues.IsRole[hit.Cue] && IsInsideAnother(cues, kept, hit))
            {
                // The "no" of "dont tell no one" refuses nothing.
                continue;
            }

            if (into.Count == Limit)
            {
                into.HitsTruncated = true;
                return;
            }

            into.Add(hit with { Role = RoleOf(cues, tokens, kept, hit) });
        }
    }

    private static DiscourseRole RoleOf(CompiledCues cues, Tokens tokens, List<CueHit> kept, in CueHit hit)
    {
        foreach (var role in cues.Set.Roles)
        {
            foreach (ref readonly var other in CollectionsMarshal.AsSpan(kept))
            {
                if (other.Cue != role.Lexicon || (other.Cue != hit.Cue && IsInsideAnother(cues, kept, other)))
                {
                    continue;
                }

                if (role.Scope == RoleScope.Message || tokens.ClauseAt(other.Start) == tokens.ClauseAt(hit.Start))
                {
                    return role.Role;
                }
            }
        }

        return DiscourseRole.Enacting;
    }

    private static bool IsInsideAnother(CompiledCues cues, List<CueHit> kept, in CueHit hit)
    {
        foreach (var other in kept)
        {
            if (other.Start > hit.Start)
            {
                return false;
            }

            if (other.End >= hit.End && !cues.IsRole[other.Cue] && cues.Set.Cues[other.Cue] is LexiconCue)
            {
                return true;
            }
        }

        return false;
    }
}
