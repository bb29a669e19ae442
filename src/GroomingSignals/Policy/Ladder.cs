using GroomingSignals.Assessment;
using GroomingSignals.Scoring;

namespace GroomingSignals.Policy;

/// <summary>Thresholds in whole millionths of log-odds; a severity without one is never reached.</summary>
internal sealed class Ladder
{
    private readonly double?[] _risks;
    private readonly int[] _micros;

    public Ladder(Thresholds thresholds)
    {
        _risks = [null, thresholds.Low, thresholds.Review, thresholds.Urgent];
        _micros = Array.ConvertAll(_risks, r => r is { } risk ? LogOdds.FromRisk(risk) : int.MaxValue);
    }

    /// <summary>The highest severity that a score reaches.</summary>
    public Severity Reached(int micros)
    {
        var severity = Severity.None;
        for (var s = Severity.Low; s <= Severity.Urgent; s++)
        {
            if (_risks[(int)s] is not null && micros >= _micros[(int)s])
            {
                severity = s;
            }
        }

        return severity;
    }

    /// <summary>The threshold of a severity as a risk; for none the lowest there is.</summary>
    public double Risk(Severity severity) =>
        (severity == Severity.None ? null : _risks[(int)severity]) ?? _risks.FirstOrDefault(r => r is not null) ?? 1;
}
