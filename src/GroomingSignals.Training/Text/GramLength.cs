namespace GroomingSignals.Training.Text;

/// <summary>How windows of different lengths are made alike while weights are learnt from them. Scoring does what it does either way.</summary>
internal enum GramLength
{
    /// <summary>Divided by the root of how many n-grams they hold, as scoring does: windows with telling words are longer than others.</summary>
    Counts,

    /// <summary>Words and runs of characters of each window have the same length, so that each window and either kind teaches as much.</summary>
    Kinds,
}
