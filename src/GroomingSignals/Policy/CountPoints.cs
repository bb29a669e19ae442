namespace GroomingSignals.Policy;

/// <summary>Points for a number of possible minors, in millionths of log-odds.</summary>
/// <param name="From">From so many on; at least 1.</param>
/// <param name="Each">What that one and each further one adds.</param>
/// <param name="Cap">What all add at most.</param>
internal sealed record CountPoints(int From, int Each, int Cap)
{
    /// <summary>The points.</summary>
    public int Of(long count) => count < From ? 0 : (int)Math.Min(Cap, (count - From + 1) * Each);
}
