namespace GroomingSignals.Cli.Commands.Comparing;

/// <summary>What moves without a change of severity.</summary>
internal sealed class ScoreMoves
{
    public int Higher { get; private set; }

    public int Lower { get; private set; }

    /// <summary>The conversation whose score moves furthest, the first of several; null when none moves.</summary>
    public ScoreMove? Furthest { get; private set; }

    public void Count(ScoreMove move)
    {
        Higher += move.By > 0 ? 1 : 0;
        Lower += move.By < 0 ? 1 : 0;
        if (Math.Abs(move.By) > Math.Abs(Furthest?.By ?? 0))
        {
            Furthest = move;
        }
    }
}
