namespace GroomingSignals.Scoring.Classifier;

/// <summary>Carries a probability from the prevalence of the training data to that of a platform.</summary>
internal static class PrevalenceShift
{
    /// <summary>
    /// Adds the difference of the log-odds of the two prevalences to the log-odds of the probability (Saerens, Latinne and Decaestecker 2002,
    /// "Adjusting the outputs of a classifier to new a priori probabilities", equation 2.4 for two classes). It supposes that grooming
    /// conversations look the same in both places, and ordinary ones too.
    /// </summary>
    /// <param name="probability">In (0, 1), at the prevalence <paramref name="from"/>.</param>
    /// <param name="from">The prevalence of the training data, in (0, 1).</param>
    /// <param name="to">The prevalence to which it is carried, in (0, 1).</param>
    public static double Shift(double probability, double from, double to)
    {
        double yes = probability * to / from;
        double no = (1 - probability) * (1 - to) / (1 - from);
        return yes / (yes + no);
    }
}
