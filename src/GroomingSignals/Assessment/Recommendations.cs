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

    /// <summary>The same of a participant over all conversations: that nothing recurs says nothing of any one of them.</summary>
    public static string Across(Severity severity) =>
        severity == Severity.None ? "Nothing to review across conversations; each conversation has its own assessment." : For(severity);
}
