using GroomingSignals.Assessment;

namespace GroomingSignals.Cli.Commands.Comparing;

/// <summary>A conversation whose severity stays, whatever its score does.</summary>
/// <param name="ConversationId">The id; null when it has none.</param>
/// <param name="File">The input.</param>
/// <param name="Line">Where it starts in the input.</param>
/// <param name="Old">What is said of it before.</param>
/// <param name="New">What is said of it after.</param>
internal sealed record ScoreMove(string? ConversationId, string File, long Line, RiskAssessment Old, RiskAssessment New)
{
    /// <summary>How far, in log-odds.</summary>
    public decimal By => New.RawScore - Old.RawScore;
}
