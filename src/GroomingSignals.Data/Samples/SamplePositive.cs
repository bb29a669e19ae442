using System.Collections.Immutable;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Samples;

/// <summary>Drafts conversations in which the first participant enacts three to six tactics towards the second, in random order among filler.</summary>
internal sealed class SamplePositive(SampleGrammar grammar, Func<string, string> cueTransform)
{
    // Sexualised talk is not composed: the content policy keeps its cues in the rule pack.
    private static readonly ImmutableArray<Tactic> Composed = [.. Enum.GetValues<Tactic>().Where(t => t != Tactic.SexualizedTalk)];

    // A request that a repetition can repeat.
    private static readonly ImmutableArray<(Tactic Tactic, string Subtype)> Requests =
    [
        (Tactic.ImageRequest, "request"), (Tactic.ImageRequest, "request"), (Tactic.PersonalInformation, "location"), (Tactic.MeetingRequest, "meeting"),
    ];

    public SampleDraft Draft(SampleRandom random)
    {
        List<Tactic> tactics = [.. Composed];
        random.Shuffle(tactics);
        int wanted = random.Between(3, 6);
        List<SampleLine[]> groups = [];
        foreach (Tactic tactic in tactics.Take(wanted))
        {
            int times = random.Between(1, 2);
            for (int i = 0; i < times; i++)
            {
                groups.Add(Group(tactic, random));
            }
        }

        return SampleDraft.Spread(groups, random.Between(10, 22), grammar, random);
    }

    private SampleLine[] Group(Tactic tactic, SampleRandom random)
    {
        string subtype = random.Pick(Taxonomy.Describe(tactic).Subtypes);
        return subtype switch
        {
            // Two claims that differ.
            "contradictory-age" => [Cue(tactic, subtype, random), Cue(tactic, subtype, random)],
            "repetition" => Repetition(random),
            _ => [Cue(tactic, subtype, random)],
        };
    }

    // What is repeated is a request of another tactic: the line says so too.
    private SampleLine[] Repetition(SampleRandom random)
    {
        (Tactic tactic, string subtype) = random.Pick(Requests);
        return
        [
            Cue(tactic, subtype, random),
            new SampleLine(1, grammar.Draw("refusal", random), []),
            Cue(Tactic.ComplianceTesting, "repetition", random),
        ];
    }

    private SampleLine Cue(Tactic tactic, string subtype, SampleRandom random)
    {
        string cue = cueTransform(grammar.Draw($"{Taxonomy.Id(tactic)}/{subtype}", random));
        string text = grammar.Draw("carrier", random).Replace("{cue}", cue, StringComparison.Ordinal);
        MessageTags tags = string.Equals(subtype, "send", StringComparison.Ordinal) && random.Chance(50) ? MessageTags.Image : MessageTags.None;
        return new SampleLine(0, text, [tactic], tags);
    }
}
