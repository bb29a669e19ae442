using System.Runtime.CompilerServices;

namespace GroomingSignals.Text.NGrams;

/// <summary>
/// How often a message has had each bucket, up to twice: two bits a bucket, cleared by walking over what was set, so that a short message costs little.
/// One a thread.
/// </summary>
internal sealed class BucketSet
{
    /// <summary>How often an n-gram counts in one message at most: saying a word again says a little more, saying it a hundred times does not.</summary>
    public const int Most = 2;

    private const int BucketsOfAWord = 32;
    private const int GatheredAtOnce = 1024;

    [ThreadStatic]
    private static BucketSet? _mine;

    private readonly ulong[] _bits;
    private readonly int[] _touched;
    private int _count;

    private BucketSet(int buckets)
    {
        _bits = new ulong[(buckets + BucketsOfAWord - 1) / BucketsOfAWord];

        // One more than can be touched, since a place is written before it is known whether it counts.
        _touched = new int[_bits.Length + 1];
    }

    /// <summary>The set of this thread, empty, with room for so many buckets.</summary>
    public static BucketSet Mine(int buckets)
    {
        var mine = _mine;
        return mine is not null && mine._bits.Length * BucketsOfAWord >= buckets ? mine : _mine = new BucketSet(buckets);
    }

    /// <summary>Room for buckets that are gathered before they are looked up.</summary>
    public int[] Gathered { get; } = new int[GatheredAtOnce];

    /// <summary>Adds buckets and moves those to the front, in their order, that were not there twice.</summary>
    /// <returns>Those that were not.</returns>
    public ReadOnlySpan<int> Keep(Span<int> buckets)
    {
        int kept = 0;
        int count = _count;
        ulong[] all = _bits;
        int[] touched = _touched;
        foreach (int bucket in buckets)
        {
            ref ulong bits = ref all[bucket >> 5];
            ulong old = bits;
            int place = (bucket & 31) << 1;
            ulong isNew = ~(old >> place >> 1) & 1;
            touched[count] = bucket >> 5;
            count += old == 0 ? 1 : 0;
            bits = old + (isNew << place);
            buckets[kept] = bucket;
            kept += (int)isNew;
        }

        _count = count;
        return buckets[..kept];
    }

    /// <summary>Adds a bucket.</summary>
    /// <returns>False when it was there twice.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int bucket)
    {
        ref ulong bits = ref _bits[bucket >> 5];
        ulong old = bits;
        int place = (bucket & 31) << 1;
        if ((old >> place & 2) != 0)
        {
            return false;
        }

        _touched[_count] = bucket >> 5;
        _count += old == 0 ? 1 : 0;
        bits = old + (1UL << place);
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
