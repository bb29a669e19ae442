using System.Text;
using System.Text.Json;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Samples;
using GroomingSignals.Data.Tests.Reading;
using NJsonSchema;

namespace GroomingSignals.Data.Tests.Samples;

public sealed class SampleComposerTests
{
    private static readonly SampleConversation[] Composed = [.. new SampleComposer(7).ComposeMany(1000)];

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        Bytes(new SampleComposer(1), 50).Should().Equal(Bytes(new SampleComposer(1), 50));
        Bytes(new SampleComposer(1), 50).Should().NotEqual(Bytes(new SampleComposer(2), 50));
    }

    [Fact]
    public void A_conversation_does_not_depend_on_how_many_are_composed() =>
        Bytes(new SampleComposer(3), 80).AsSpan().StartsWith(Bytes(new SampleComposer(3), 40)).Should().BeTrue();

    [Fact]
    public void The_numbers_are_those_of_SplitMix64()
    {
        SampleRandom random = new(1234567);

        ulong[] reference = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        reference.Select(_ => random.Next(1 << 30)).Should().Equal(reference.Select(r => (int)(r >> 34)));
    }

    [Fact]
    public void Half_are_positives_and_half_are_hard_negatives_of_every_scene()
    {
        Composed.Count(c => c.Label == 1).Should().Be(500);
        Composed.Where(c => c.Label == 1).Should().OnlyContain(c => c.Scene == "tactics");
        Composed.Where(c => c.Label == 0).Select(c => c.Scene).Distinct().Should().BeEquivalentTo(
            "coach", "teacher", "parent", "sibling", "friends", "couple", "fan", "gift-exchange", "surprise-party",
            "family-photos", "game-trading", "safety-lesson", "child-refusing", "friend-warning");
    }

    [Fact]
    public void Positives_enact_three_to_six_tactics_from_an_adult_or_unknown_speaker_towards_a_minor_or_unknown_listener()
    {
        foreach (SampleConversation sample in Composed.Where(c => c.Label == 1))
        {
            Dictionary<string, Participant> people = sample.Conversation.Participants.ToDictionary(p => p.Id, StringComparer.Ordinal);
            string speaker = sample.Conversation.Messages.Where((_, i) => sample.Tactics[i].Length > 0).Select(m => m.Sender).Distinct().Should().ContainSingle().Subject;
            Participant listener = people.Values.Single(p => !string.Equals(p.Id, speaker, StringComparison.Ordinal));

            people[speaker].Age.Should().BeOneOf(AgeBand.Adult, AgeBand.Unknown);
            listener.Age.Should().NotBe(AgeBand.Adult);

            // A repetition repeats the request of one more tactic.
            sample.Tactics.SelectMany(t => t).Distinct().Count().Should().BeInRange(3, 7);
        }
    }

    [Fact]
    public void Negatives_enact_nothing() => Composed.Where(c => c.Label == 0).SelectMany(c => c.Tactics).Should().OnlyContain(t => t.IsEmpty);

    [Fact]
    public void Tactics_come_in_no_fixed_order()
    {
        int flatteryFirst = Composed.Count(c => Place(c, Tactic.Flattery) is { } f && Place(c, Tactic.MeetingRequest) is { } m && f < m);
        int meetingFirst = Composed.Count(c => Place(c, Tactic.Flattery) is { } f && Place(c, Tactic.MeetingRequest) is { } m && m < f);

        flatteryFirst.Should().BeGreaterThan(25);
        meetingFirst.Should().BeGreaterThan(25);
    }

    [Fact]
    public void Every_subtype_but_those_of_sexualised_talk_has_short_fragments()
    {
        SampleGrammar grammar = SampleGrammar.Load();
        string[] expected = [.. Taxonomy.Tactics.Where(t => t.Tactic != Tactic.SexualizedTalk).SelectMany(t => t.Subtypes.Select(s => $"{t.Id}/{s}"))];

        grammar.Names.Where(n => Taxonomy.TryParse(n.Split('/')[0], out _)).Should().BeEquivalentTo(expected);
        expected.Should().OnlyContain(n => grammar.Alternatives(n).Count >= 4);
        expected.SelectMany(grammar.Alternatives).Should().OnlyContain(f => f.Split(' ', StringSplitOptions.None).Length <= 8);
    }

    [Fact]
    public void Every_slot_of_every_fragment_can_be_filled()
    {
        SampleGrammar grammar = SampleGrammar.Load();
        SampleRandom random = new(5);

        foreach (string line in grammar.Names.SelectMany(grammar.Alternatives))
        {
            grammar.Fill(line, random).Replace("{cue}", "", StringComparison.Ordinal).Should().NotContainAny("{", "}");
        }
    }

    [Fact]
    public void Participant_ids_are_unique_over_all_conversations_and_times_only_rise()
    {
        Composed.SelectMany(c => c.Conversation.Participants).Select(p => p.Id).Should().OnlyHaveUniqueItems();
        Composed.Select(c => c.Conversation.Id).Should().OnlyHaveUniqueItems();
        Composed.Should().OnlyContain(c => c.Conversation.Messages.Zip(c.Conversation.Messages.Skip(1)).All(p => p.First.Time < p.Second.Time));
    }

    [Fact]
    public void Under_one_in_a_hundred_is_a_near_duplicate()
    {
        int[][] shingles = [.. Composed.Select(Shingles)];
        int duplicates = Enumerable.Range(0, shingles.Length).Count(i => Enumerable.Range(0, i).Any(j => Jaccard(shingles[i], shingles[j]) >= 0.8));

        duplicates.Should().BeLessThan(10);
        Jaccard(shingles[0], shingles[0]).Should().Be(1);
    }

    [Fact]
    public void The_cue_transform_touches_cue_fragments_only()
    {
        List<string> cues = [];
        SampleComposer marked = new(7, cue =>
        {
            cues.Add(cue);
            return $"<{cue}>";
        });
        SampleConversation[] transformed = [.. marked.ComposeMany(100)];

        for (int i = 0; i < transformed.Length; i++)
        {
            IReadOnlyList<Message> messages = transformed[i].Conversation.Messages;
            for (int m = 0; m < messages.Count; m++)
            {
                messages[m].Text.Contains('<', StringComparison.Ordinal).Should().Be(transformed[i].Tactics[m].Length > 0);
                messages[m].Text.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal)
                    .Should().Be(Composed[i].Conversation.Messages[m].Text);
            }
        }

        cues.Should().HaveCountGreaterThan(150);
    }

    [Fact]
    public async Task What_is_written_is_marked_fits_the_schema_and_reads_back()
    {
        JsonSchema schema = await RepositoryFile.Schema("conversation");
        string text = Encoding.ASCII.GetString(Bytes(new SampleComposer(7), 60));
        string[] lines = text.TrimEnd('\n').Split('\n');

        foreach (string line in lines)
        {
            schema.Validate(line).Should().BeEmpty();
            using JsonDocument document = JsonDocument.Parse(line);
            document.RootElement.GetProperty("synthetic").GetBoolean().Should().BeTrue();
        }

        Input.Read(text).Select(r => r.Value!).Should().BeEquivalentTo(Composed.Take(60).Select(c => c.Conversation), o => o.WithStrictOrdering());
    }

    [Fact]
    public void The_checked_in_sample_is_what_seed_42_gives() =>
        File.ReadAllBytes(Path.Combine(RepositoryFile.Root(), "samples", "data", "conversations.jsonl")).AsSpan()
            .SequenceEqual(Bytes(new SampleComposer(42), 40)).Should().BeTrue("synthesize --count 40 --seed 42 --out samples/data/conversations.jsonl writes it anew");

    [Fact]
    public void Claims_that_contradict_differ_in_their_ages()
    {
        SampleGrammar grammar = SampleGrammar.Load();
        SampleRandom random = new(9);
        SamplePositive positive = new(grammar, static cue => cue);

        for (int i = 0; i < 200; i++)
        {
            string[] claims = [.. positive.Contradiction(random).Select(l => string.Concat(l.Text.Where(char.IsAsciiDigit)))];
            claims.Should().HaveCount(2).And.OnlyContain(c => c.Length == 2).And.OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void Misuse_names_the_argument()
    {
        ((Action)(() => new SampleComposer(1).Compose(-1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("index");
        ((Action)(() => new SampleComposer(1).ComposeMany(-1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("count");
    }

    private static byte[] Bytes(SampleComposer composer, int count)
    {
        using MemoryStream stream = new();
        SampleWriter.Write(stream, composer.ComposeMany(count));
        return stream.ToArray();
    }

    private static int? Place(SampleConversation sample, Tactic tactic)
    {
        for (int i = 0; i < sample.Tactics.Length; i++)
        {
            if (sample.Tactics[i].Contains(tactic))
            {
                return i;
            }
        }

        return null;
    }

    private static int[] Shingles(SampleConversation sample)
    {
        string[] words = string.Join(' ', sample.Conversation.Messages.Select(m => m.Text)).Split(' ');
        HashSet<int> hashes = [];
        for (int i = 0; i + 2 < words.Length; i++)
        {
            uint hash = 2166136261;
            foreach (char c in $"{words[i]} {words[i + 1]} {words[i + 2]}")
            {
                hash = (hash ^ c) * 16777619;
            }

            hashes.Add((int)hash);
        }

        int[] sorted = [.. hashes];
        Array.Sort(sorted);
        return sorted;
    }

    private static double Jaccard(int[] a, int[] b)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            shared += a[i] == b[j] ? 1 : 0;
            (i, j) = a[i] == b[j] ? (i + 1, j + 1) : a[i] < b[j] ? (i + 1, j) : (i, j + 1);
        }

        return (double)shared / (a.Length + b.Length - shared);
    }
}
