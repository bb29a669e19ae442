using System.Collections;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace GroomingSignals.Training.Text;

/// <summary>
/// Windows as examples, made anew on each pass, so that the n-grams are held once, as small numbers. The value of an n-gram is its count times its
/// scale, divided by sqrt(all counts + prior): what <see cref="GroomingSignals.Text.NGrams.NGramTable"/> computes.
/// </summary>
/// <param name="rows">The windows, in the order in which they are learnt from.</param>
/// <param name="labels">The label of each conversation.</param>
/// <param name="scales">For each bucket what its count is multiplied with.</param>
/// <param name="prior">See the table.</param>
internal sealed class GramExamples(IReadOnlyList<GramRow> rows, bool[] labels, float[] scales, double prior) : IEnumerable<GramExample>
{
    /// <summary>The data as ML.NET reads it.</summary>
    public IDataView View(MLContext context)
    {
        var schema = SchemaDefinition.Create(typeof(GramExample));
        schema[nameof(GramExample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, scales.Length);
        return context.Data.LoadFromEnumerable(this, schema);
    }

    public IEnumerator<GramExample> GetEnumerator()
    {
        var example = new GramExample();
        float[] values = [];
        foreach (var row in rows)
        {
            if (values.Length < row.Buckets.Length)
            {
                values = new float[row.Buckets.Length * 2];
            }

            Fill(row, values);
            example.Label = labels[row.Conversation];
            example.Weight = row.Share;
            example.Features = new VBuffer<float>(scales.Length, row.Buckets.Length, values, row.Buckets);
            yield return example;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Fill(GramRow row, float[] values)
    {
        int grams = 0;
        for (int i = 0; i < row.Buckets.Length; i++)
        {
            float scale = scales[row.Buckets[i]];
            values[i] = row.Counts[i] * scale;
            grams += scale != 0 ? row.Counts[i] : 0;
        }

        float norm = (float)(1 / Math.Sqrt(grams + prior));
        foreach (ref float value in values.AsSpan(0, row.Buckets.Length))
        {
            value *= norm;
        }
    }
}
