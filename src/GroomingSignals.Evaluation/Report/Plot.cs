using System.Buffers;
using System.Text;
using System.Text.Json;
using GroomingSignals.Evaluation.Output;

namespace GroomingSignals.Evaluation.Report;

/// <summary>A plot: what a chart library draws, and the table that says the same.</summary>
internal sealed record Plot
{
    public required string Id { get; init; }

    public required string Heading { get; init; }

    public required string Caption { get; init; }

    public required string XLabel { get; init; }

    public required string YLabel { get; init; }

    /// <summary>Ascending.</summary>
    public required IReadOnlyList<double> X { get; init; }

    public required IReadOnlyList<PlotSeries> Series { get; init; }

    public (double From, double To) XRange { get; init; } = (0, 1);

    public (double From, double To) YRange { get; init; } = (0, 1);

    /// <summary>Above 0 when the x axis can be, or is, logarithmic: its left edge.</summary>
    public double XLowest { get; init; }

    /// <summary>True when the x axis is logarithmic from the start.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>True when the y values are log10 (1 + count): the axis and what is pointed at then show the counts.</summary>
    public bool IsOfCounts { get; init; }

    /// <summary>What stands in the table.</summary>
    public required Table Data { get; init; }

    public void Write(Page page)
    {
        string log = XLowest > 0 && !IsLogarithmic ? $"<button id=\"{Id}-log\" type=\"button\" aria-pressed=\"false\" hidden>logarithmic</button>" : "";
        page.Raw($"<figure aria-labelledby=\"{Id}-title\"><div class=\"head\"><h3 id=\"{Id}-title\">{Html.Text(Heading)}</h3>{log}</div>");
        page.Raw("<ul class=\"legend\">" + string.Concat(Series.Select(s => $"<li style=\"--key:var(--{s.Colour})\">{Html.Text(s.Name)}</li>")) + "</ul>");
        page.Raw($"<div class=\"plot\" id=\"{Id}\" role=\"img\" aria-label=\"{Html.Text(Heading)}. The table below holds the same figures.\"></div>");
        page.Raw($"<script type=\"application/json\" id=\"{Id}-data\">{Json()}</script>");
        page.Raw($"<figcaption>{Html.Text(Caption)}</figcaption>");
        page.Raw("<details><summary>Figures</summary>").Table(Data).Raw("</details></figure>");
    }

    private string Json()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("xLabel", XLabel);
            writer.WriteString("yLabel", YLabel);
            Pair(writer, "xRange", XRange);
            Pair(writer, "yRange", YRange);
            writer.WriteNumber("xLowest", XLowest);
            writer.WriteBoolean("xLog", IsLogarithmic);
            writer.WriteBoolean("yCounts", IsOfCounts);
            Values(writer, "x", X.Select(v => (double?)v));
            writer.Objects("series", [.. Series], static (to, series) =>
            {
                to.Text("name", series.Name);
                to.WriteString("colour", series.Colour);
                to.WriteBoolean("dash", series.IsDashed);
                to.WriteBoolean("points", series.HasPoints);
                to.WriteBoolean("steps", series.IsStepped);
                to.WriteBoolean("bars", series.IsBars);
                to.WriteBoolean("fill", series.IsFilled);
                to.WriteBoolean("silent", series.IsSilent);
                Values(to, "values", series.Values);
            });
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Pair(Utf8JsonWriter writer, string name, (double From, double To) pair) => Values(writer, name, [pair.From, pair.To]);

    private static void Values(Utf8JsonWriter writer, string name, IEnumerable<double?> values)
    {
        writer.WriteStartArray(name);
        foreach (double? value in values)
        {
            if (value is { } number && double.IsFinite(number))
            {
                // Six digits draw the same line and keep the page small.
                writer.WriteNumberValue(double.Round(number, 6));
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }
}
