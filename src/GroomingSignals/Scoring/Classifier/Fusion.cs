namespace GroomingSignals.Scoring.Classifier;

/// <summary>How the voices become one score: bias + rules × what the rules add + text × the text score + forest × the forest's score. A voice with weight 0 is silent.</summary>
/// <param name="Bias">The log-odds of a conversation of which nobody says anything.</param>
/// <param name="Rules">The weight of the rules, at least 0: what they add above the policy's baseline.</param>
/// <param name="Text">The weight of the conversation's text score.</param>
/// <param name="Forest">The weight of the forest.</param>
internal sealed record Fusion(double Bias, double Rules, double Text, double Forest)
{
    private const double Million = 1_000_000;
    private const int Most = 1_000_000_000;

    private readonly long _rulesWeight = (long)Math.Round(Math.Clamp(Rules, 0, 1000) * Million);

    /// <summary>The bias in whole millionths: the baseline of the fused scale.</summary>
    public int Baseline { get; } = Micros(Bias);

    /// <summary>What the rules' points count on the fused scale, to the nearest millionth, halves away from 0.</summary>
    /// <param name="micros">Points of the rules' own scale.</param>
    public long OfRules(long micros)
    {
        Int128 product = (Int128)micros * _rulesWeight;
        return (long)((product + (product >= 0 ? 500_000 : -500_000)) / 1_000_000);
    }

    /// <summary>What the text score counts, in millionths.</summary>
    public int OfText(double score) => Micros(Text * score);

    /// <summary>What the forest counts, in millionths.</summary>
    public int OfForest(double score) => Micros(Forest * score);

    /// <summary>True when every number is finite and the rules do not count backwards.</summary>
    public bool IsSound() => double.IsFinite(Bias) && double.IsFinite(Text) && double.IsFinite(Forest) && Rules is >= 0 and <= 1000;

    private static int Micros(double logOdds) => (int)Math.Clamp(Math.Round(logOdds * Million), -Most, Most);
}
