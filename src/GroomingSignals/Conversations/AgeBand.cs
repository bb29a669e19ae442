namespace GroomingSignals.Conversations;

/// <summary>The age of a participant, as a band.</summary>
public enum AgeBand
{
    /// <summary>Not known. Never taken for an adult in silence: it is a stated assumption of the result.</summary>
    Unknown = 0,

    /// <summary>Under 13 years.</summary>
    Under13 = 1,

    /// <summary>13 to 15 years.</summary>
    From13To15 = 2,

    /// <summary>16 or 17 years.</summary>
    From16To17 = 3,

    /// <summary>18 years or more.</summary>
    Adult = 4,
}
