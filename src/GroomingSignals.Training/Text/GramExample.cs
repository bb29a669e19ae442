using Microsoft.ML.Data;

namespace GroomingSignals.Training.Text;

/// <summary>A window as ML.NET sees it.</summary>
internal sealed class GramExample
{
    public bool Label { get; set; }

    public float Weight { get; set; }

    public VBuffer<float> Features { get; set; }
}
