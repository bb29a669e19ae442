using System.Collections.Immutable;

namespace GroomingSignals.Conversations;

/// <summary>
/// The taxonomy of tactics. Ids never change meaning; a change raises <see cref="Version"/>.
/// Sources: NCMEC, "Online Enticement" and "Sextortion" fact sheets; O'Connell (2003), a typology of cybersexploitation and online grooming;
/// Olson et al. (2007), entrapping the innocent; Lorenzo-Dus et al. (2016), understanding grooming discourse; Ringenberg et al. (2022),
/// a scoping review of child grooming strategies; DHS "Know2Protect"; FBI advice on apps; IWF.
/// </summary>
public static class Taxonomy
{
    /// <summary>The version of the taxonomy.</summary>
    public const string Version = "1.0.0";

    /// <summary>All tactics, in the order of <see cref="Tactic"/>.</summary>
    public static ImmutableArray<TacticDescription> Tactics { get; } =
    [
        new(Tactic.Flattery, "flattery", "Builds rapport through compliments, \"likes\" or claimed shared interest.",
            ["compliment", "exclusivity", "shared-interest"],
            "NCMEC: grooming by developing a rapport; O'Connell: friendship and relationship forming; Olson: deceptive trust development"),
        new(Tactic.AgeMisrepresentation, "age-misrepresentation", "Pretends to be younger, or to be a schoolmate or peer.",
            ["younger-persona", "schoolmate", "contradictory-age"],
            "NCMEC: pretending to be younger, or posing as one of the child's schoolmates"),
        new(Tactic.ImageRequest, "image-request", "Asks for images, sends them, offers or proposes to exchange them, or asks for live video.",
            ["request", "send", "exchange", "live-video"],
            "NCMEC: asking for images, sending images themselves, or mutually sharing images"),
        new(Tactic.GiftOffer, "gift-offer", "Offers something of value.",
            ["gift-card", "money", "game-currency", "alcohol", "drugs", "lodging", "transportation", "food", "opportunity"],
            "NCMEC: offering an incentive such as a gift card, alcohol, drugs, lodging, transportation or food"),
        new(Tactic.Secrecy, "secrecy", "Asks to conceal, delete, or keep from adults.",
            ["conceal", "delete-evidence", "guardian-avoidance"],
            "Self-report grooming measures: maintenance; Ringenberg: secrecy"),
        new(Tactic.SexualizedTalk, "sexualized-talk", "Turns the conversation or a role play sexual.",
            ["innuendo", "role-play", "experience-questions"],
            "NCMEC: engaging in sexual conversation or role playing as a grooming method"),
        new(Tactic.PersonalInformation, "personal-information", "Asks for name, school, address, phone, password or location.",
            ["identity", "location", "credentials"],
            "DHS Know2Protect; O'Connell: risk assessment"),
        new(Tactic.GuardianProbing, "guardian-probing", "Asks who is home, who sees the phone, what is supervised.",
            ["supervision", "device-access"],
            "O'Connell: risk assessment"),
        new(Tactic.Isolation, "isolation", "Displaces parents or friends as confidants.",
            ["us-against-them", "exclusivity-claim"],
            "Olson: isolation"),
        new(Tactic.MeetingRequest, "meeting-request", "Proposes to meet in person.",
            ["meeting", "transport-to-meeting"],
            "DHS Know2Protect; O'Connell: conclusion"),
        new(Tactic.PlatformMigration, "platform-migration", "Moves to a private, encrypted, disappearing or less supervised channel.",
            ["other-app", "disappearing", "voice-video"],
            "FBI advice on apps; self-report grooming measures: isolation"),
        new(Tactic.Coercion, "coercion", "Threatens, blackmails or presses after a refusal, sextortion included.",
            ["threat-to-share", "threat-of-harm", "guilt", "payment-demand"],
            "NCMEC: sextortion; IWF"),
        new(Tactic.ComplianceTesting, "compliance-testing", "Repeats or escalates a request after a no; small favours first.",
            ["repetition", "foot-in-the-door"],
            "Lorenzo-Dus: compliance testing; Ringenberg: repetition"),
    ];

    /// <summary>The stable id of a tactic, for example <c>image-request</c>.</summary>
    /// <param name="tactic">A tactic of the taxonomy.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tactic"/> is not a tactic of the taxonomy.</exception>
    public static string Id(Tactic tactic) => Describe(tactic).Id;

    /// <summary>The description of a tactic.</summary>
    /// <param name="tactic">A tactic of the taxonomy.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tactic"/> is not a tactic of the taxonomy.</exception>
    public static TacticDescription Describe(Tactic tactic) =>
        (uint)tactic < (uint)Tactics.Length
            ? Tactics[(int)tactic]
            : throw new ArgumentOutOfRangeException(nameof(tactic), tactic, "Not a tactic of the taxonomy.");

    /// <summary>Finds a tactic by its id.</summary>
    /// <param name="id">The id, compared exactly.</param>
    /// <param name="tactic">The tactic when found.</param>
    /// <returns>True when the taxonomy has the id.</returns>
    public static bool TryParse(string? id, out Tactic tactic)
    {
        foreach (var description in Tactics)
        {
            if (string.Equals(description.Id, id, StringComparison.Ordinal))
            {
                tactic = description.Tactic;
                return true;
            }
        }

        tactic = default;
        return false;
    }
}
