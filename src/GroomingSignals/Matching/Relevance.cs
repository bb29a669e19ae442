using System.Runtime.InteropServices;

namespace GroomingSignals.Matching;

/// <summary>
/// Tells from the cues of a message alone whether anything could come of it: no rule, term or feature misses a message that is ruled out. Most
/// messages have only cues that are context for others. Immutable.
/// </summary>
/// <param name="needs">For each cue under which needs it matters; none where it is only context for others.</param>
/// <param name="isSelective">True when few cues matter by themselves, so that it is worth asking for those first.</param>
internal sealed class Relevance(Need[][] needs, bool isSelective = false)
{
    /// <summary>True when few cues matter by themselves.</summary>
    public bool IsSelective { get; } = isSelective;

    /// <summary>The words of a set of cues.</summary>
    public int Words { get; } = (needs.Length + 63) / 64;

    /// <summary>A relevance by which a cue matters by itself or not at all.</summary>
    public static Relevance Of(IEnumerable<bool> decisive)
    {
        Need[] always = [new Need(false, [])];
        return new Relevance([.. decisive.Select(d => d ? always : [])]);
    }

    /// <summary>The relevance by which every cue matters.</summary>
    public static Relevance OfAll(CueSet cues) => Of(cues.Cues.Select(_ => true));

    /// <summary>Under which needs a cue matters.</summary>
    public IReadOnlyList<Need> NeedsOf(int cue) => needs[cue];

    /// <summary>What can come of a cue.</summary>
    public LiteralRank RankOf(int cue) => needs[cue].Length == 0 ? LiteralRank.Context
        : Array.TrueForAll(needs[cue], n => n.Later) ? LiteralRank.Later
        : LiteralRank.Always;

    /// <summary>True when something could come of a message.</summary>
    /// <param name="hits">What was found in it.</param>
    /// <param name="later">True when something was found in the conversation before.</param>
    /// <param name="present">Room for a set of cues.</param>
    public bool Matters(List<RawHit> hits, bool later, Span<ulong> present)
    {
        present.Clear();
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(hits))
        {
            if (!hit.IsExcept)
            {
                present[hit.Cue >> 6] |= 1UL << hit.Cue;
            }
        }

        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(hits))
        {
            if (!hit.IsExcept && Matters(hit.Cue, later, present))
            {
                return true;
            }
        }

        return false;
    }

    private bool Matters(int cue, bool later, ReadOnlySpan<ulong> present)
    {
        foreach (var need in needs[cue])
        {
            if ((later || !need.Later) && need.IsMet(present))
            {
                return true;
            }
        }

        return false;
    }
}
