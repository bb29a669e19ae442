namespace GroomingSignals.Conversations;

/// <summary>The tactics of the taxonomy, fixed in code and versioned: <see cref="Taxonomy"/> has their ids, definitions, subtypes and sources.</summary>
public enum Tactic
{
    /// <summary>Builds rapport through compliments, "likes" or claimed shared interest.</summary>
    Flattery = 0,

    /// <summary>Pretends to be younger, or to be a schoolmate or peer.</summary>
    AgeMisrepresentation = 1,

    /// <summary>Asks for images, sends them, offers or proposes to exchange them, or asks for live video.</summary>
    ImageRequest = 2,

    /// <summary>Offers something of value.</summary>
    GiftOffer = 3,

    /// <summary>Asks to conceal, delete, or keep from adults.</summary>
    Secrecy = 4,

    /// <summary>Turns the conversation or a role play sexual.</summary>
    SexualizedTalk = 5,

    /// <summary>Asks for name, school, address, phone, password or location.</summary>
    PersonalInformation = 6,

    /// <summary>Asks who is home, who sees the phone, what is supervised.</summary>
    GuardianProbing = 7,

    /// <summary>Displaces parents or friends as confidants.</summary>
    Isolation = 8,

    /// <summary>Proposes to meet in person.</summary>
    MeetingRequest = 9,

    /// <summary>Moves to a private, encrypted, disappearing or less supervised channel.</summary>
    PlatformMigration = 10,

    /// <summary>Threatens, blackmails or presses after a refusal, sextortion included.</summary>
    Coercion = 11,

    /// <summary>Repeats or escalates a request after a no; small favours first.</summary>
    ComplianceTesting = 12,
}
