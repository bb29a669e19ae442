namespace GroomingSignals.Conversations;

/// <summary>The view of the text in which a cue was found; each one after the first undoes one kind of obfuscation, and counts less.</summary>
public enum TextView
{
    /// <summary>Case, compatibility forms, invisible characters and white space folded.</summary>
    Folded = 0,

    /// <summary>Look-alike characters and accents replaced (Unicode Technical Standard 39).</summary>
    Skeleton = 1,

    /// <summary>Runs of a repeated letter made one.</summary>
    Runs = 2,

    /// <summary>Letters set apart by spaces joined.</summary>
    Joined = 3,

    /// <summary>Digits and signs read as the letters they stand for.</summary>
    Leet = 4,
}
