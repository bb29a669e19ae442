using System.Collections.Immutable;
using GroomingSignals.Data;

namespace GroomingSignals.Evaluation.Splits;

/// <summary>Finds near-duplicates: signatures in parallel, then bucket by bucket on one thread, so that the order of events is always the same.</summary>
internal sealed class NearDuplicateFinder
{
    /// <summary>Below so many words a text that many share is a commonplace.</summary>
    private const int ShortWords = 8;

    /// <summary>With how many texts of its bucket, the nearest before it, a text is compared at most; equal texts count as one.</summary>
    private const int Window = 512;

    private readonly double _similarity;
    private readonly uint[][] _shingles;
    private readonly int[] _words;
    private readonly ulong[][] _bands;
    private readonly DisjointSets _sets;
    private long _notCompared;

    public NearDuplicateFinder(IReadOnlyList<LabelledConversation> conversations, double similarity, int threads)
    {
        int count = conversations.Count;
        _similarity = similarity;
        _sets = new DisjointSets(count);
        _shingles = new uint[count][];
        _words = new int[count];
        _bands = new ulong[MinHash.Bands][];
        for (int band = 0; band < _bands.Length; band++)
        {
            _bands[band] = new ulong[count];
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Shingler(), (i, _, shingler) =>
        {
            _shingles[i] = shingler.Read(conversations[i].Conversation);
            _words[i] = shingler.Words;
            Span<ulong> bands = stackalloc ulong[MinHash.Bands];
            MinHash.Write(_shingles[i], bands);
            for (int band = 0; band < bands.Length; band++)
            {
                _bands[band][i] = bands[band];
            }

            return shingler;
        }, static _ => { });
    }

    public NearDuplicates Find()
    {
        int[] distinct = JoinEqual();
        foreach (ulong[] band in _bands)
        {
            JoinWithin(band, distinct);
        }

        int common = 0;
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        foreach (IReadOnlyList<int> group in _sets.Groups())
        {
            if (Commonplace.Is(group.Count, _sets.Count) && group.All(i => _words[i] < ShortWords))
            {
                common += group.Count;
            }
            else
            {
                groups.Add([.. group]);
            }
        }

        return new NearDuplicates { Groups = groups.ToImmutable(), CommonTexts = common, NotCompared = _notCompared };
    }

    /// <summary>Joins texts with the same shingles.</summary>
    /// <returns>The first of each, in order.</returns>
    private int[] JoinEqual()
    {
        Dictionary<ulong, int> first = [];
        List<int> distinct = [];
        for (int i = 0; i < _shingles.Length; i++)
        {
            if (_shingles[i].Length == 0)
            {
                continue;
            }

            ulong hash = 0;
            foreach (uint shingle in _shingles[i])
            {
                hash = SeededRandom.Mix(hash ^ shingle);
            }

            if (first.TryGetValue(hash, out int same) && _shingles[same].AsSpan().SequenceEqual(_shingles[i]))
            {
                _sets.Join(same, i);
            }
            else
            {
                first[hash] = i;
                distinct.Add(i);
            }
        }

        return [.. distinct];
    }

    private void JoinWithin(ulong[] band, int[] distinct)
    {
        int[] order = [.. distinct];
        Array.Sort(order, (a, b) => band[a] != band[b] ? band[a].CompareTo(band[b]) : a.CompareTo(b));
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && band[order[end]] == band[order[start]]; end++)
            {
                int from = Math.Max(start, end - Window);
                _notCompared += from - start;
                for (int other = from; other < end; other++)
                {
                    JoinIfAlike(order[end], order[other]);
                }
            }
        }
    }

    private void JoinIfAlike(int a, int b)
    {
        if (_sets.RootOf(a) != _sets.RootOf(b) && AreAlike(_shingles[a], _shingles[b]))
        {
            _sets.Join(a, b);
        }
    }

    private bool AreAlike(uint[] a, uint[] b)
    {
        if (Math.Min(a.Length, b.Length) < _similarity * Math.Max(a.Length, b.Length))
        {
            return false;
        }

        int both = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            both += a[i] == b[j] ? 1 : 0;
            uint left = a[i];
            i += left <= b[j] ? 1 : 0;
            j += left >= b[j] ? 1 : 0;
        }

        return both >= _similarity * (a.Length + b.Length - both);
    }
}
