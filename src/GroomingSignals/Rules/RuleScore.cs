namespace GroomingSignals.Rules;

/// <summary>What a rule says, in millionths of log-odds, all above or equal to 0.</summary>
/// <param name="LogOdds">What the first match adds.</param>
/// <param name="Repeat">What each later match adds.</param>
/// <param name="Cap">What all matches together add at most.</param>
/// <param name="HalfLife">After how many seconds from the last match half is left; null when it never decays.</param>
internal sealed record RuleScore(int LogOdds, int Repeat, int Cap, long? HalfLife);
