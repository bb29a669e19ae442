using System.Globalization;
using GroomingSignals.Policy;

namespace GroomingSignals.Workbench.Settings;

/// <summary>Keeps the last few candidates by their thresholds, so that asking again for the same settings finds what was made for them. Not thread-safe.</summary>
internal sealed class CandidateCache(Candidate standing, Thresholds? proposed)
{
    private const int Kept = 16;

    private readonly Dictionary<string, Candidate> _byKey = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <exception cref="WorkbenchRefusal">The thresholds are not possible.</exception>
    public Candidate Get(IReadOnlyDictionary<string, ThresholdPair>? changes)
    {
        Candidate made = standing.With(changes, proposed);
        if (ReferenceEquals(made, standing))
        {
            return standing;
        }

        string key = KeyOf(made);
        if (_byKey.TryGetValue(key, out Candidate? known))
        {
            return known;
        }

        if (string.Equals(key, KeyOf(standing), StringComparison.Ordinal))
        {
            return standing;
        }

        _byKey[key] = made;
        _order.Enqueue(key);
        if (_order.Count > Kept)
        {
            _byKey.Remove(_order.Dequeue());
        }

        return made;
    }

    private static string KeyOf(Candidate candidate) =>
        string.Join(';', candidate.Effective.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Low:R},{t.Review:R},{t.Urgent:R}")));
}
