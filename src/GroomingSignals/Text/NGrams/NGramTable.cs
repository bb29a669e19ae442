using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using GroomingSignals.Assessment;

namespace GroomingSignals.Text.NGrams;

/// <summary>
/// A weight for each bucket of n-grams, and how sums of weights become scores. Immutable and thread-safe. An n-gram counts at most twice a message:
/// repeating a word a hundred times in one line says little more than saying it again.
/// </summary>
internal sealed class NGramTable
{
    /// <summary>The fewest and the most bits of a bucket's number.</summary>
    public const int FewestBits = 8, MostBits = 22;

    private readonly float[] _weights;
    private readonly int _shift;

    /// <summary>Makes a table.</summary>
    /// <param name="weights">The weight of each bucket; its length is a power of two. Taken over, not copied.</param>
    /// <param name="prior">How many n-grams without a say every text is taken to have beside its own, so that short texts speak softly; at least 1.</param>
    /// <param name="loud">From which weight on, by size, an n-gram is loud: see <see cref="LoudGrams"/>. Above 0.</param>
    public NGramTable(float[] weights, double prior, float loud = float.MaxValue)
    {
        int bits = BitOperations.Log2((uint)weights.Length);
        if (weights.Length != 1 << bits || bits is < FewestBits or > MostBits)
        {
            throw new ArgumentException($"A table has 2^{FewestBits} to 2^{MostBits} buckets, not {weights.Length}.", nameof(weights));
        }

        if (!(prior >= 1) || double.IsInfinity(prior))
        {
            throw new ArgumentOutOfRangeException(nameof(prior), prior, "The prior is a number from 1 up.");
        }

        if (!(loud > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(loud), loud, "What is loud is a number above 0.");
        }

        if (Array.Exists(weights, static weight => !float.IsFinite(weight)))
        {
            throw new ArgumentException("A weight is not a number.", nameof(weights));
        }

        _weights = weights;
        _shift = 64 - bits;
        Prior = prior;
        Loud = loud;
    }

    /// <summary>The weight of each bucket.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>How many n-grams without a say every text is taken to have beside its own.</summary>
    public double Prior { get; }

    /// <summary>From which weight on, by size, an n-gram is loud.</summary>
    public float Loud { get; }

    /// <summary>The bucket of an n-gram.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="bits">How many bits the number of a bucket has.</param>
    public static int BucketOf(ulong hash, int bits) => (int)(hash >> (64 - bits));

    /// <summary>Whether a bucket is of words and their pairs, not of runs of characters.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="buckets">How many there are.</param>
    public static bool IsOfWords(int bucket, int buckets) => bucket >= buckets / 2;

    /// <summary>Sums the weights of the n-grams of a text, each at most twice. Allocates nothing.</summary>
    /// <param name="folded">The folded view of the text.</param>
    /// <param name="into">Receives the loud ones; null when nobody asks.</param>
    public MessageText Score(ViewText folded, LoudGrams? into = null)
    {
        var scoring = new Scoring(this, BucketSet.Mine(_weights.Length), into);
        NGramHasher.Walk(folded.Chars, ref scoring);
        return scoring.End();
    }

    /// <summary>The score of a text, or of several whose totals were added: sum / sqrt(grams + prior). 0 says nothing either way.</summary>
    /// <param name="sum">The sum of weights.</param>
    /// <param name="grams">How many n-grams it is made of.</param>
    public double Normalise(double sum, long grams) => sum / Math.Sqrt(grams + Prior);

    /// <summary>Says which n-grams of a text have a weight, each where it counts. Their weights, added in this order, are the sum.</summary>
    /// <param name="folded">The folded view of the text.</param>
    public List<WeightedNGram> Explain(ViewText folded)
    {
        var set = BucketSet.Mine(_weights.Length);
        var sink = new Explaining(this, set, folded, []);
        NGramHasher.Walk(folded.Chars, ref sink);
        set.Clear();
        return sink.Found;
    }

    /// <summary>
    /// Gathers buckets first and looks them up then, many at a time: the processor foretells badly where words end, and would begin to wait for memory
    /// only when that is settled.
    /// </summary>
    private struct Scoring(NGramTable table, BucketSet set, LoudGrams? into) : INGramSink
    {
        private readonly int[] _gathered = set.Gathered;
        private readonly float[] _weights = table._weights;
        private readonly int _shift = table._shift;
        private int _count;
        private float _sum;
        private int _grams;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ulong hash, NGramKind kind, int start, int end)
        {
            int bucket = (int)(hash >> _shift);
            Fetch(ref _weights[bucket]);
            _gathered[_count++] = bucket;
            if (_count == _gathered.Length)
            {
                LookUp();
            }
        }

        public MessageText End()
        {
            LookUp();
            set.Clear();
            return new MessageText(_sum, _grams);
        }

        /// <summary>Asks for a weight that will be wanted, where the processor can be asked. A hint: nothing depends on it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static unsafe void Fetch(ref float weight)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref weight));
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void LookUp()
        {
            var buckets = set.Keep(_gathered.AsSpan(0, _count));
            _count = 0;
            float[] weights = _weights;
            float sum = _sum;
            int grams = _grams;
            foreach (int bucket in buckets)
            {
                // Whether an n-gram has a weight cannot be foretold: no branch on that.
                float weight = weights[bucket];
                sum += weight;
                grams += weight != 0 ? 1 : 0;
            }

            _sum = sum;
            _grams = grams;
            into?.Add(buckets, weights, table.Loud);
        }
    }

    private readonly struct Explaining(NGramTable table, BucketSet set, ViewText folded, List<WeightedNGram> found) : INGramSink
    {
        public List<WeightedNGram> Found => found;

        public void Add(ulong hash, NGramKind kind, int start, int end)
        {
            int bucket = (int)(hash >> table._shift);
            float weight = table._weights[bucket];
            if (weight != 0 && set.Add(bucket))
            {
                int first = Math.Max(0, start);
                int last = Math.Min(end, folded.Length) - 1;
                first += folded.Chars[first] == ' ' ? 1 : 0;
                last -= folded.Chars[last] == ' ' ? 1 : 0;
                found.Add(new WeightedNGram(kind, new TextSpan(folded.StartOf(first), folded.EndOf(last)), weight));
            }
        }
    }
}
