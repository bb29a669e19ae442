namespace GroomingSignals.Evaluation.Report;

/// <summary>One line or set of bars of a plot.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Colour">The name of its colour in the style sheet.</param>
/// <param name="Values">A value for each x; null leaves a gap.</param>
internal sealed record PlotSeries(string Name, string Colour, IReadOnlyList<double?> Values)
{
    public bool IsDashed { get; init; }

    public bool HasPoints { get; init; }

    public bool IsStepped { get; init; }

    public bool IsBars { get; init; }

    public bool IsFilled { get; init; }

    /// <summary>True for a line of reference, of which nothing is said under the pointer.</summary>
    public bool IsSilent { get; init; }
}
