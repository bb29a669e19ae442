using System.Runtime.InteropServices;

namespace GroomingSignals.Matching;

/// <summary>Makes a <see cref="QuietFilter"/> of literals that are looked for where whole words begin.</summary>
internal sealed class QuietBuilder
{
    private readonly CompiledLiterals _literals;
    private readonly CompiledCues _cues;
    private readonly Relevance _relevance;
    private readonly LiteralKeys _keys = new();
    private readonly Dictionary<ulong, int> _groupOf = [];

    /// <summary>The cues of each group; the first has none.</summary>
    private readonly List<int[]> _groups = [[]];
    private readonly Dictionary<(int Group, int Cue), int> _with = [];

    /// <summary>For each cue whether another needs it beside it, and keys tell whether it is there.</summary>
    private readonly bool[] _isBeside;
    private readonly List<ulong> _beside = [];

    private QuietBuilder(CompiledLiterals literals, CompiledCues cues, Relevance relevance)
    {
        _literals = literals;
        _cues = cues;
        _relevance = relevance;
        _isBeside = new bool[cues.Set.Cues.Length];
        for (int cue = 0; cue < _isBeside.Length; cue++)
        {
            foreach (int other in relevance.NeedsOf(cue).SelectMany(need => need.Sets).SelectMany(Need.CuesIn))
            {
                _isBeside[other] = cues.Set.Cues[other] is LexiconCue;
            }
        }
    }

    /// <summary>Makes the filter.</summary>
    /// <param name="literals">The literals.</param>
    /// <param name="cues">The cues of which they are; there are no other literals.</param>
    /// <param name="relevance">When something comes of each cue.</param>
    /// <returns>Null when there is a literal without words from which something comes: no word rules it out.</returns>
    public static QuietFilter? Build(CompiledLiterals literals, CompiledCues cues, Relevance relevance)
    {
        var builder = new QuietBuilder(literals, cues, relevance);
        for (int literal = 0; literal < literals.Count; literal++)
        {
            if (!LiteralKeys.IsElsewhere(literals.Automaton[literal]) && !builder.TryAdd(literal))
            {
                return null;
            }
        }

        return new QuietFilter(builder._groupOf, [.. builder._groups.Select(cues => new QuietGroup([.. cues.SelectMany(builder.NeedsOf)]))], builder._beside);
    }

    private bool TryAdd(int literal)
    {
        bool words = false;
        bool beside = false;
        foreach (ref readonly var use in _literals.UsesOf(literal))
        {
            words |= use.Kind is CueUseKind.Phrase or CueUseKind.Anchor && Matters(use);
            beside |= use.Kind == CueUseKind.Phrase && _isBeside[use.Cue];
        }

        ulong? key = words || beside ? LiteralKeys.Of(_literals.Automaton[literal]) : null;
        foreach (ref readonly var use in _literals.UsesOf(literal))
        {
            if (use.Kind == CueUseKind.Phrase && _isBeside[use.Cue])
            {
                Beside(key, use.Cue);
            }

            if (Matters(use) && !(words ? TryJoin(key, use.Cue) : TryJoin(_keys.Of(_cues.Numbers[use.Number], (NumberCue)_cues.Set.Cues[use.Cue]), use.Cue)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Matters(in CueUse use) => use.Kind != CueUseKind.Except && _relevance.RankOf(use.Cue) > LiteralRank.Context;

    private void Beside(ulong? key, int cue)
    {
        if (key is { } known)
        {
            _beside.Add(QuietFilter.Beside(known, cue));
        }
        else
        {
            _isBeside[cue] = false;
        }
    }

    private bool TryJoin(ulong[] keys, int cue) => keys.Length > 0 && Array.TrueForAll(keys, key => TryJoin(key, cue));

    /// <summary>Adds a cue to the group of a key.</summary>
    private bool TryJoin(ulong? key, int cue)
    {
        if (key is not { } known)
        {
            return false;
        }

        ref int group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groupOf, known, out _);
        if (!_groups[group].AsSpan().Contains(cue))
        {
            ref int with = ref CollectionsMarshal.GetValueRefOrAddDefault(_with, (group, cue), out bool made);
            if (!made)
            {
                with = _groups.Count;
                _groups.Add([.. _groups[group], cue]);
            }

            group = with;
        }

        return true;
    }

    private IEnumerable<QuietNeed> NeedsOf(int cue) => _relevance.NeedsOf(cue).Select(need =>
        new QuietNeed(need.Later, [.. need.Sets.Select(set => Need.CuesIn(set).ToArray()).Where(cues => Array.TrueForAll(cues, c => _isBeside[c]))]));
}
