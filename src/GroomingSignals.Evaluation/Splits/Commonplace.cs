namespace GroomingSignals.Evaluation.Splits;

/// <summary>What stands in too many conversations to name one thing: an id that is a role, a text that is a greeting.</summary>
internal static class Commonplace
{
    /// <summary>True for over 20, and over 1 %, of the conversations.</summary>
    public static bool Is(int found, int conversations) => found > 20 && found * 100L > conversations;
}
