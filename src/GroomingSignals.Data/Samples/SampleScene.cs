using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Samples;

/// <summary>An everyday scene whose words come near a tactic.</summary>
/// <param name="Name">Its heading in the fragments.</param>
/// <param name="First">The ages that the first participant may have.</param>
/// <param name="FirstRole">The role that the platform gives the first participant; null for none.</param>
/// <param name="Second">The ages that the second participant may have.</param>
/// <param name="SameAge">True when both are of one age.</param>
internal sealed record SampleScene(string Name, AgeBand[] First, string? FirstRole, AgeBand[] Second, bool SameAge = false)
{
    private static readonly AgeBand[] Minors = [AgeBand.Under13, AgeBand.From13To15, AgeBand.From16To17];
    private static readonly AgeBand[] Teens = [AgeBand.From13To15, AgeBand.From16To17];
    private static readonly AgeBand[] Adults = [AgeBand.Adult];

    /// <summary>All scenes.</summary>
    public static IReadOnlyList<SampleScene> All { get; } =
    [
        new("coach", Adults, "coach", Minors),
        new("teacher", Adults, "teacher", Minors),
        new("parent", Adults, "parent", Minors),
        new("sibling", Teens, null, Minors),
        new("friends", Minors, null, Minors, SameAge: true),
        new("couple", Teens, null, Teens, SameAge: true),
        new("fan", Teens, null, [AgeBand.From13To15, AgeBand.From16To17, AgeBand.Adult]),
        new("gift-exchange", Minors, null, Minors, SameAge: true),
        new("surprise-party", Teens, null, Teens, SameAge: true),
        new("family-photos", Adults, null, Minors),
        new("game-trading", Minors, null, Teens),
        new("safety-lesson", Adults, "teacher", Minors),
        new("child-refusing", Teens, null, Minors),
        new("friend-warning", Teens, null, Teens, SameAge: true),
    ];
}
