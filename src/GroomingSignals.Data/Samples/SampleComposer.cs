using System.Globalization;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Samples;

/// <summary>
/// Composes sample conversations from short fragments and benign filler, under a seed. They tell no story and stand in for no real evidence:
/// they exercise the pipeline. Of each two, one enacts tactics (label 1) and one is a hard negative (label 0).
/// The same seed gives the same conversations on every platform, and the n-th does not depend on how many are composed.
/// </summary>
public sealed class SampleComposer
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly ulong _seed;
    private readonly SampleGrammar _grammar;
    private readonly SamplePositive _positive;

    /// <summary>Makes a composer.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="cueTransform">What to do to each cue fragment, for example an obfuscation; nothing when null.</param>
    /// <param name="half">Which phrases to compose from. The halves of one seed have nothing in common.</param>
    public SampleComposer(ulong seed, Func<string, string>? cueTransform = null, SampleHalf half = SampleHalf.Whole)
    {
        _seed = half == SampleHalf.Whole ? seed : SampleRandom.SeedFor(seed, (int)half);
        _grammar = SampleGrammar.Load(half);
        _positive = new SamplePositive(_grammar, cueTransform ?? (static cue => cue));
    }

    /// <summary>Composes the conversation of this index.</summary>
    /// <param name="index">From 0. Of 2n and 2n + 1 one is positive and one is negative, by lot.</param>
    public SampleConversation Compose(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        bool evenIsPositive = SampleRandom.For(~_seed, index / 2).Chance(50);
        SampleRandom random = SampleRandom.For(_seed, index);
        return (index % 2 == 0) == evenIsPositive ? Positive(index, random) : Negative(index, random);
    }

    /// <summary>Composes the first so many conversations.</summary>
    /// <param name="count">How many.</param>
    public IEnumerable<SampleConversation> ComposeMany(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Enumerable.Range(0, count).Select(Compose);
    }

    private SampleConversation Positive(int index, SampleRandom random)
    {
        // Speaker and listener are not both of unknown age: that track is the user's to set.
        AgeBand speaker = random.Chance(65) ? AgeBand.Adult : AgeBand.Unknown;
        AgeBand listener = speaker == AgeBand.Adult && random.Chance(15)
            ? AgeBand.Unknown
            : random.Pick([AgeBand.Under13, AgeBand.From13To15, AgeBand.From13To15, AgeBand.From16To17]);
        SampleDraft draft = _positive.Draft(random);
        return Finish(index, random, "tactics", 1, draft, (speaker, null), (listener, null));
    }

    private SampleConversation Negative(int index, SampleRandom random)
    {
        SampleScene scene = random.Pick(SampleScene.All);
        List<SampleLine[]> groups = [];
        for (int speaker = 0; speaker < 2; speaker++)
        {
            List<string> lines = [.. _grammar.Alternatives(speaker == 0 ? $"{scene.Name}/a" : $"{scene.Name}/b")];
            random.Shuffle(lines);
            foreach (string line in lines.Take(random.Between(2, 4)))
            {
                groups.Add([new SampleLine(speaker, _grammar.Fill(line, random), [])]);
            }
        }

        SampleDraft draft = SampleDraft.Spread(groups, random.Between(6, 14), _grammar, random);
        AgeBand first = random.Pick(scene.First);
        AgeBand second = scene.SameAge ? first : random.Pick(scene.Second);
        return Finish(index, random, scene.Name, 0, draft, (first, scene.FirstRole), (second, null));
    }

    private static SampleConversation Finish(
        int index, SampleRandom random, string scene, int label, SampleDraft draft, (AgeBand Age, string? Role) first, (AgeBand Age, string? Role) second)
    {
        // Which of the two ids, and of the two places in the list, is whose, is by lot: neither tells anything.
        int swap = random.Next(2);
        string[] ids = [Id("u", (2 * (long)index) + swap), Id("u", (2 * (long)index) + 1 - swap)];
        Participant[] participants = [Participant(ids[0], first, random), Participant(ids[1], second, random)];
        DateTimeOffset time = Epoch.AddMinutes(random.Next(60 * 24 * 180));
        List<Message> messages = new(draft.Lines.Count);
        foreach (SampleLine line in draft.Lines)
        {
            time = time.AddSeconds(random.Chance(10) ? random.Between(3600, 40_000) : random.Between(5, 400));
            messages.Add(new Message { Id = Id("m", messages.Count + 1), Sender = ids[line.Speaker], Time = time, Text = line.Text, Tags = line.Tags });
        }

        Conversation conversation = new()
        {
            Id = "s" + index.ToString("D6", CultureInfo.InvariantCulture),
            Participants = random.Chance(50) ? participants : [participants[1], participants[0]],
            Messages = messages,
        };
        return new SampleConversation(conversation, label, scene, [.. draft.Lines.Select(l => l.Tactics)]);
    }

    private static Participant Participant(string id, (AgeBand Age, string? Role) who, SampleRandom random) => new()
    {
        Id = id,
        Age = who.Age,
        Provenance = who.Age == AgeBand.Unknown ? AgeProvenance.Unknown : random.Chance(70) ? AgeProvenance.Declared : AgeProvenance.Verified,
        Role = who.Role,
    };

    private static string Id(string prefix, long number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
