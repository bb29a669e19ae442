using System.Runtime.CompilerServices;

namespace GroomingSignals.Text.NGrams;

/// <summary>Which buckets a message has had: a bitmap that is cleared by walking over what was set, so that a short message costs little. One a thread.</summary>
internal sealed class BucketSet
{
    [ThreadStatic]
    private static BucketSet? _mine;

    private readonly ulong[] _bits;
    private readonly int[] _touched;
    private int _count;

    private BucketSet(int buckets)
    {
        _bits = new ulong[(buckets + 63) / 64];

        // One more than can be touched, since a place is written before it is known whether it counts.
        _touched = new int[_bits.Length + 1];
    }

    /// <summary>The set of this thread, empty, with room for so many buckets.</summary>
    public static BucketSet Mine(int buckets)
    {
        var mine = _mine;
        return mine is not null && mine._bits.Length * 64 >= buckets ? mine : _mine = new BucketSet(buckets);
    }

    /// <summary>Adds a bucket.</summary>
    /// <returns>False when it was there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int bucket)
    {
        ref ulong bits = ref _bits[bucket >> 6];
        ulong old = bits;
        ulong bit = 1UL << bucket;
        if ((old & bit) != 0)
        {
            return false;
        }

        _touched[_count] = bucket >> 6;
        _count += old == 0 ? 1 : 0;
        bits = old | bit;
        return true;
    }

    /// <summary>Empties the set.</summary>
    public void Clear()
    {
        foreach (int word in _touched.AsSpan(0, _count))
        {
            _bits[word] = 0;
        }

        _count = 0;
    }
}
