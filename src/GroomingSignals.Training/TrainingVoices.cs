namespace GroomingSignals.Training;

/// <summary>Which voices a classifier has. Leaving some out shows what each is worth.</summary>
[Flags]
public enum TrainingVoices
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The rules of the packs.</summary>
    Rules = 1,

    /// <summary>The weights of n-grams.</summary>
    Text = 2,

    /// <summary>The forest over features; without <see cref="Text"/> its features of texts are 0.</summary>
    Features = 4,

    /// <summary>All of them, as it is unless said otherwise.</summary>
    All = Rules | Text | Features,
}
