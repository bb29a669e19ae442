namespace GroomingSignals.Conversations;

/// <summary>Where the age of a participant is known from.</summary>
public enum AgeProvenance
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>Inferred from what the participant wrote.</summary>
    Inferred = 1,

    /// <summary>Declared by the participant, for example when signing up.</summary>
    Declared = 2,

    /// <summary>Verified by the platform.</summary>
    Verified = 3,
}
