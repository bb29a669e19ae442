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
            "contradictory-age" => Contradiction(random),
            "repetition" => Repetition(random),
            _ => [Cue(tactic, subtype, random)],
        };
    }

    /// <summary>Two claims of different ages.</summary>
    internal SampleLine[] Contradiction(SampleRandom random)
    {
        string[] claims = new string[2];
        string[] ages = [.. grammar.Alternatives("minorage")];
        random.Shuffle(ages);
        for (int i = 0; i < claims.Length; i++)
        {
            claims[i] = random.Pick(grammar.Alternatives("age-misrepresentation/contradictory-age")).Replace("{minorage}", ages[i], StringComparison.Ordinal);
        }

        return [.. claims.Select(c => Line(Tactic.AgeMisrepresentation, c, random))];
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
        SampleLine line = Line(tactic, grammar.Draw($"{Taxonomy.Id(tactic)}/{subtype}", random), random);
        return string.Equals(subtype, "send", StringComparison.Ordinal) && random.Chance(50) ? line with { Tags = MessageTags.Image } : line;
    }

    private SampleLine Line(Tactic tactic, string cue, SampleRandom random)
    {
        string text = grammar.Draw("carrier", random).Replace("{cue}", cueTransform(cue), StringComparison.Ordinal);
        return new SampleLine(0, text, [tactic]);
    }
}
