namespace GroomingSignals.Participants;

/// <summary>What a piece of evidence about a participant is made of.</summary>
public enum ParticipantEvidenceKind
{
    /// <summary>Rules matched towards several possible minors.</summary>
    Reached = 0,

    /// <summary>One rule matched towards several possible minors.</summary>
    RepeatedRule = 1,

    /// <summary>Two or more rules together matched towards several possible minors.</summary>
    Pattern = 2,

    /// <summary>Several possible minors were written to.</summary>
    Contacts = 3,

    /// <summary>Several possible minors were written to for the first time within one window.</summary>
    FirstContacts = 4,
}
