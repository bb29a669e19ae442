using CsCheck;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Tests.Splits;

public sealed class NearDuplicatesTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 60).Select(i => $"word{i}")];

    [Fact]
    public void A_text_with_another_ending_is_a_near_duplicate_and_an_unlike_one_is_not()
    {
        string text = string.Join(' ', Words);
        var found = NearDuplicates.Find([
            Made.Conversation("a", true, text),
            Made.Conversation("b", true, text + " and a new ending"),
            Made.Conversation("c", true, Made.Text(1)),
        ]);
        found.Groups.Should().ContainSingle().Which.Should().Equal(0, 1);
        found.Conversations.Should().Be(2);
    }

    [Fact]
    public void Case_width_white_space_and_the_division_into_messages_make_no_difference()
    {
        var found = NearDuplicates.Find([
            Made.Conversation("a", true, "See you at practice tomorrow, bring the ball"),
            Made.Conversation("b", true, "see  you at", "PRACTICE tomorrow", "bring the ｂａｌｌ!"),
        ]);
        found.Groups.Should().ContainSingle();
    }

    [Fact]
    public void Short_texts_are_duplicates_only_when_they_are_the_same()
    {
        var found = NearDuplicates.Find([
            Made.Conversation("a", true, "good game"), Made.Conversation("b", true, "Good game!"), Made.Conversation("c", true, "good"),
            Made.Conversation("d", true, "game good"), Made.Conversation("e", true, "good game today"),
        ]);
        found.Groups.Should().ContainSingle().Which.Should().Equal(0, 1);
    }

    [Fact]
    public void A_greeting_that_many_conversations_consist_of_is_common_and_no_duplicate()
    {
        List<LabelledConversation> data = [.. Made.Unlike(100, 50), .. Enumerable.Range(0, 30).Select(i => Made.Conversation($"h{i}", false, "hi there"))];
        var found = NearDuplicates.Find(data);
        found.Groups.Should().BeEmpty();
        found.CommonTexts.Should().Be(30);
    }

    [Fact]
    public void Conversations_without_words_are_like_none() =>
        NearDuplicates.Find([Made.Conversation("a", true), Made.Conversation("b", true, ""), Made.Conversation("c", true, "?!"), Made.Conversation("d", true, "\0")])
            .Groups.Should().BeEmpty();

    [Fact]
    public void What_is_found_is_what_an_exact_comparison_of_all_pairs_finds_at_high_similarity() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 59].Array[0, 3]).Array[2, 25].Sample(rows =>
        {
            // Each text is one of five, with up to three words replaced.
            string[][] texts = [.. rows.Select((r, i) => Words.Select((w, at) => r.Item2.Contains(at) ? $"new{i}x{at}" : $"{w}v{r.Item1}").ToArray())];
            DisjointSets expected = new(texts.Length);
            HashSet<string>[] shingles = [.. texts.Select(t => Enumerable.Range(0, t.Length - 2).Select(i => string.Join(' ', t[i..(i + 3)])).ToHashSet())];
            for (int a = 0; a < texts.Length; a++)
            {
                for (int b = a + 1; b < texts.Length; b++)
                {
                    if (shingles[a].Intersect(shingles[b]).Count() >= 0.9 * shingles[a].Union(shingles[b]).Count())
                    {
                        expected.Join(a, b);
                    }
                }
            }

            var found = NearDuplicates.Find([.. texts.Select((t, i) => Made.Conversation($"c{i}", true, string.Join(' ', t)))], 0.9);
            found.Groups.Select(g => g.ToArray()).Should().BeEquivalentTo(expected.Groups().Select(g => g.ToArray()));
            found.NotCompared.Should().Be(0);
        }, iter: 100);

    [Fact]
    public void Composed_conversations_are_unlike_each_other() =>
        NearDuplicates.Find(Made.Composed(11, 1000)).Groups.Should().BeEmpty();
}
