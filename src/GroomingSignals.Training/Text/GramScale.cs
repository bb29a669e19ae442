namespace GroomingSignals.Training.Text;

/// <summary>How loud each n-gram may speak before the learner decides what it says.</summary>
internal enum GramScale
{
    /// <summary>The rarer, the louder: log((1 + n) / (1 + df)) + 1.</summary>
    Rarity,

    /// <summary>The more its share differs between the classes, the louder: three tenths, and the log of the ratio of the shares (Wang and Manning 2012).</summary>
    Contrast,

    /// <summary>The surer it is that its share differs, the louder: the standard score of its count among positives, and a third.</summary>
    Evidence,
}
