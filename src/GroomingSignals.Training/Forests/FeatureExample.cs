namespace GroomingSignals.Training.Forests;

/// <summary>A feature row as ML.NET sees it.</summary>
internal sealed class FeatureExample
{
    public bool Label { get; set; }

    public float[] Features { get; set; } = [];
}
