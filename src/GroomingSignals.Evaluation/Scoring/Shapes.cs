using System.Collections.Immutable;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>Curves and histograms in a size that a page can show.</summary>
internal static class Shapes
{
    private const int CurvePoints = 500;
    private const int Bins = 24;

    /// <summary>Thins a curve: the points where recall or the number of false positives (on a logarithmic scale) moves on, and the ends.</summary>
    public static ImmutableArray<CurvePoint> Thin(ImmutableArray<CurvePoint> curve)
    {
        if (curve.Length <= CurvePoints)
        {
            return curve;
        }

        var kept = ImmutableArray.CreateBuilder<CurvePoint>();
        (long Recall, long Wrong) last = (-1, -1);
        for (int i = 0; i < curve.Length; i++)
        {
            CurvePoint point = curve[i];
            long recall = point.Positives == 0 ? 0 : (long)point.TruePositives * (CurvePoints / 2) / point.Positives;
            long wrong = (long)(Math.Log2(point.FalsePositives + 1) * 12);
            if ((recall, wrong) != last || i == curve.Length - 1)
            {
                kept.Add(point);
                last = (recall, wrong);
            }
        }

        return kept.ToImmutable();
    }

    /// <summary>Bins of equal width from the lowest to the highest finite value.</summary>
    public static ImmutableArray<HistogramBin> Histogram(double[] values, bool[] labels, bool isProbability)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return [];
        }

        double from = isProbability ? 0 : finite.Min();
        double to = isProbability ? 1 : finite.Max();
        double width = to > from ? (to - from) / Bins : 1;
        int[,] counts = new int[Bins, 2];
        for (int i = 0; i < values.Length; i++)
        {
            double place = (values[i] - from) / width;
            counts[(int)Math.Clamp(place, 0, Bins - 1), labels[i] ? 0 : 1]++;
        }

        return [.. Enumerable.Range(0, to > from ? Bins : 1).Select(b => new HistogramBin(from + (b * width), from + ((b + 1) * width), counts[b, 0], counts[b, 1]))];
    }
}
