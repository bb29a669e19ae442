namespace GroomingSignals.Assessment;

/// <summary>What the library recommends: a queue, never an action against a user.</summary>
internal static class Recommendations
{
    public static string For(Severity severity) => severity switch
    {
        Severity.Urgent => "Review by a trained person now, at the head of the queue.",
        Severity.Review => "Review by a trained person.",
        Severity.Low => "No review needed by itself; keep for context.",
        _ => "Nothing to review.",
    };
}
