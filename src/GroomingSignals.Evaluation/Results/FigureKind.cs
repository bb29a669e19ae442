namespace GroomingSignals.Evaluation.Results;

/// <summary>What a line of figures is.</summary>
public enum FigureKind
{
    /// <summary>What is evaluated.</summary>
    Headline = 0,

    /// <summary>The same with something left out, on the same folds.</summary>
    Ablation = 1,

    /// <summary>What is evaluated, on a part of the data in which the classes are alike in length or in the number of participants.</summary>
    Matched = 2,

    /// <summary>Something that reads no text, to hold the others against.</summary>
    Baseline = 3,
}
