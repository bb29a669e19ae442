namespace GroomingSignals.Data.Samples;

/// <summary>The lines of a conversation before they get ids and times.</summary>
internal sealed class SampleDraft
{
    public List<SampleLine> Lines { get; } = [];

    /// <summary>Puts groups of lines among filler: groups in random order, the lines of a group in theirs, filler between all.</summary>
    public static SampleDraft Spread(List<SampleLine[]> groups, int filler, SampleGrammar grammar, SampleRandom random)
    {
        random.Shuffle(groups);
        SampleLine[] order = [.. groups.SelectMany(g => g)];
        SampleDraft draft = new();
        int cue = 0;
        for (int left = filler + order.Length; left > 0; left--)
        {
            draft.Lines.Add(random.Next(left) < order.Length - cue ? order[cue++] : Filler(grammar, random));
        }

        return draft;
    }

    private static SampleLine Filler(SampleGrammar grammar, SampleRandom random)
    {
        string heading = random.Chance(15) ? "reply" : "filler";
        return new SampleLine(random.Next(2), grammar.Draw(heading, random), []);
    }
}
