namespace GroomingSignals.Features;

/// <summary>Writes a vector from its beginning to its end.</summary>
internal ref struct Cursor(Span<float> vector)
{
    private readonly Span<float> _vector = vector;
    private int _at = 0;

    public void Add(double value) => _vector[_at++] = (float)value;

    public void Add(bool value) => _vector[_at++] = value ? 1 : 0;
}
