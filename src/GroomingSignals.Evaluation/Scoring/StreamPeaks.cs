namespace GroomingSignals.Evaluation.Scoring;

/// <summary>Where a trace rose above all before it: all that is needed to say when a threshold was first reached.</summary>
internal readonly struct StreamPeaks
{
    private readonly (int Messages, double Score)[] _rises;

    public StreamPeaks(IReadOnlyList<double> trace)
    {
        List<(int Messages, double Score)> rises = [];
        for (int i = 0; i < trace.Count; i++)
        {
            if (rises.Count == 0 || trace[i] > rises[^1].Score)
            {
                rises.Add((i + 1, trace[i]));
            }
        }

        _rises = [.. rises];
    }

    /// <summary>How many messages had been seen when the threshold was first reached; null when it never was.</summary>
    public int? FirstAt(double threshold)
    {
        foreach ((int messages, double score) in _rises)
        {
            if (score >= threshold)
            {
                return messages;
            }
        }

        return null;
    }
}
