using System.Collections;
using GroomingSignals.Text.NGrams;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace GroomingSignals.Training.Text;

/// <summary>
/// Windows as examples, made anew on each pass, so that the n-grams are held once, as small numbers. The value of an n-gram is how much it says times its
/// scale, and then divided: by sqrt(all counts + prior), which is what <see cref="GroomingSignals.Text.NGrams.NGramTable"/> computes, or so that words and
/// characters each have half of a length of 1. N-grams without a scale are left out.
/// </summary>
internal sealed class GramExamples : IEnumerable<GramExample>
{
    private readonly IReadOnlyList<GramRow> _rows;
    private readonly bool[] _labels;
    private readonly float[] _scales;
    private readonly GramLength _length;
    private readonly double _prior;
    private readonly int[] _placeOf;

    /// <summary>Prepares the examples.</summary>
    /// <param name="rows">The windows, in the order in which they are learnt from.</param>
    /// <param name="labels">The label of each conversation.</param>
    /// <param name="scales">For each bucket what its count is multiplied with; 0 leaves it out.</param>
    /// <param name="length">How windows are made alike.</param>
    /// <param name="prior">See the table.</param>
    public GramExamples(IReadOnlyList<GramRow> rows, bool[] labels, float[] scales, GramLength length, double prior)
    {
        (_rows, _labels, _scales, _length, _prior) = (rows, labels, scales, length, prior);
        _placeOf = new int[scales.Length];
        Buckets = [.. Enumerable.Range(0, scales.Length).Where(bucket => scales[bucket] != 0)];
        for (int place = 0; place < Buckets.Length; place++)
        {
            _placeOf[Buckets[place]] = place;
        }
    }

    /// <summary>The bucket of each place of a vector. Vectors have no places for buckets without a scale: the learner's work grows with them.</summary>
    public int[] Buckets { get; }

    /// <summary>The data as ML.NET reads it.</summary>
    public IDataView View(MLContext context)
    {
        var schema = SchemaDefinition.Create(typeof(GramExample));
        schema[nameof(GramExample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Math.Max(1, Buckets.Length));
        return context.Data.LoadFromEnumerable(this, schema);
    }

    public IEnumerator<GramExample> GetEnumerator()
    {
        int most = _rows.Max(static row => row.Buckets.Length);
        var example = new GramExample();
        float[] values = new float[most];
        int[] places = new int[most];
        foreach (var row in _rows)
        {
            int count = Fill(row, values, places);
            example.Label = _labels[row.Conversation];
            example.Weight = row.Share;
            example.Features = new VBuffer<float>(Math.Max(1, Buckets.Length), count, values, places);
            yield return example;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Fill(GramRow row, float[] values, int[] places)
    {
        int count = 0;
        int characters = 0;
        int grams = 0;
        for (int i = 0; i < row.Buckets.Length; i++)
        {
            float scale = _scales[row.Buckets[i]];
            if (scale != 0)
            {
                values[count] = row.ValueAt(i) * scale;
                places[count++] = _placeOf[row.Buckets[i]];
                characters += NGramTable.IsOfWords(row.Buckets[i], _scales.Length) ? 0 : 1;
                grams += row.Counts[i];
            }
        }

        if (_length == GramLength.Counts)
        {
            Multiply(values.AsSpan(0, count), 1 / Math.Sqrt(grams + _prior));
        }
        else
        {
            // Buckets rise, and those of words are the upper half of the table.
            ToHalfOfLengthOne(values.AsSpan(0, characters));
            ToHalfOfLengthOne(values.AsSpan(characters, count - characters));
        }

        return count;
    }

    private static void ToHalfOfLengthOne(Span<float> values)
    {
        double squares = 0;
        foreach (float value in values)
        {
            squares += (double)value * value;
        }

        if (squares > 0)
        {
            Multiply(values, Math.Sqrt(0.5 / squares));
        }
    }

    private static void Multiply(Span<float> values, double factor)
    {
        foreach (ref float value in values)
        {
            value *= (float)factor;
        }
    }
}
