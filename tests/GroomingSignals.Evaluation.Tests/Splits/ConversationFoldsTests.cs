using CsCheck;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Tests.Splits;

public sealed class ConversationFoldsTests
{
    // Few words, so that texts repeat; few ids, so that persons do.
    private static readonly Gen<IReadOnlyList<LabelledConversation>> Data = Gen.Select(
        Gen.Int[0, 30], Gen.Int[0, 2], Gen.Int[0, 60], (text, label, sender) => (text, label, sender)).Array[5, 60].Select(rows =>
        (IReadOnlyList<LabelledConversation>)[.. rows.Select((r, i) => Made.From($"c{i}", r.label switch { 0 => false, 1 => true, _ => null }, $"p{r.sender}", Made.Text(r.text)))]);

    [Fact]
    public void Folds_are_a_partition_and_their_counts_are_true() =>
        Gen.Select(Data, Gen.Int[2, 5], Gen.Int).Sample((data, folds, seed) =>
        {
            FoldAssignment split = ConversationFolds.Split(data, folds, seed);
            split.FoldOf.Should().HaveCount(data.Count).And.OnlyContain(f => f >= 0 && f < folds);
            Enumerable.Range(0, folds).SelectMany(split.In).Order().Should().Equal(Enumerable.Range(0, data.Count));
            for (int fold = 0; fold < folds; fold++)
            {
                split.In(fold).Concat(split.OutOf(fold)).Order().Should().Equal(Enumerable.Range(0, data.Count));
                split.Folds[fold].Should().Be(new FoldCounts(
                    split.In(fold).Count(i => data[i].Label is true), split.In(fold).Count(i => data[i].Label is false), split.In(fold).Count(i => data[i].Label is null)));
            }
        }, iter: 200);

    [Fact]
    public void Equal_texts_stand_on_one_side() =>
        Gen.Select(Data, Gen.Int).Sample((data, seed) =>
        {
            FoldAssignment split = ConversationFolds.Split(data, 3, seed);
            data.Select((c, i) => (Text: c.Conversation.Messages[0].Text, Fold: split.FoldOf[i])).GroupBy(p => p.Text)
                .Should().OnlyContain(g => g.Select(p => p.Fold).Distinct().Count() == 1);
        }, iter: 200);

    [Fact]
    public void Persons_stand_on_one_side_when_ids_are_global() =>
        Gen.Select(Data, Gen.Int).Sample((data, seed) =>
        {
            FoldAssignment split = ConversationFolds.Split(data, 3, seed, new SplitOptions { Participants = ParticipantScope.Global });
            data.Select((c, i) => (c.Conversation.Messages[0].Sender, Fold: split.FoldOf[i])).GroupBy(p => p.Sender)
                .Should().OnlyContain(g => g.Select(p => p.Fold).Distinct().Count() == 1);
            split.ParticipantsOnBothSides.Should().Be(0);
        }, iter: 200);

    [Fact]
    public void The_number_of_threads_changes_nothing_and_the_seed_does()
    {
        var data = Made.Composed(3, 300);
        FoldAssignment one = ConversationFolds.Split(data, 5, 7, new SplitOptions { Threads = 1 });
        FoldAssignment many = ConversationFolds.Split(data, 5, 7, new SplitOptions { Threads = 8 });
        many.FoldOf.Should().Equal(one.FoldOf);
        ConversationFolds.Split(data, 5, 8).FoldOf.Should().NotEqual(one.FoldOf);
    }

    [Fact]
    public void Classes_are_spread_to_within_one_when_nothing_must_stay_together()
    {
        FoldAssignment split = ConversationFolds.Split(Made.Unlike(103, 17), 5, 1);
        split.Folds.Should().OnlyContain(f => f.Positives >= 3 && f.Positives <= 4 && f.Conversations >= 20 && f.Conversations <= 21);
        split.IsBalanced.Should().BeTrue();
        split.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_part_that_is_held_out_has_its_share_of_both_classes()
    {
        FoldAssignment split = ConversationFolds.HoldOut(Made.Unlike(200, 40), 0.25, 1);
        split.Folds.Should().Equal(new FoldCounts(30, 120, 0), new FoldCounts(10, 40, 0));
    }

    [Fact]
    public void A_group_that_is_larger_than_a_fold_is_said_to_make_balance_impossible()
    {
        var data = Made.Unlike(40, 0).Select((c, i) => i < 25 ? Made.From($"c{i}", i % 2 == 0, i % 3 == 0 ? "chain" : $"p{i / 3}", Made.Text(i)) : c with { Label = true }).ToList();
        var linked = data.Select((c, i) => i < 20 ? Made.Conversation($"c{i}", c.Label, "the same long text in each of these twenty conversations here") : c).ToList();
        FoldAssignment split = ConversationFolds.Split(linked, 5, 1);
        split.LargestGroup.Should().Be(20);
        split.IsBalanced.Should().BeFalse();
        split.Warnings.Select(w => w.Id).Should().Contain("folds-unbalanced").And.Contain("near-duplicates");
    }

    [Fact]
    public void An_id_in_over_one_percent_and_over_twenty_conversations_is_a_role_and_not_grouped()
    {
        List<LabelledConversation> data = [.. Enumerable.Range(0, 100).Select(i => Made.From($"c{i}", i % 2 == 0, i < 21 ? "bot" : i < 41 ? "person" : $"p{i}", Made.Text(i)))];
        FoldAssignment split = ConversationFolds.Split(data, 5, 1, new SplitOptions { Participants = ParticipantScope.Global });
        split.Roles.Should().Equal(new ParticipantRole("bot", 21));
        split.LargestGroup.Should().Be(20, "twenty conversations of one id are one person's");
        split.Warnings.Select(w => w.Id).Should().Contain("participant-roles");
    }

    [Fact]
    public void Ids_that_are_local_are_not_grouped_and_those_on_both_sides_are_counted()
    {
        List<LabelledConversation> data = [.. Enumerable.Range(0, 100).Select(i => Made.From($"c{i}", i % 2 == 0, i < 20 ? "person" : $"p{i}", Made.Text(i)))];
        FoldAssignment split = ConversationFolds.Split(data, 5, 1);
        split.LargestGroup.Should().Be(1);
        split.ParticipantsOnBothSides.Should().Be(1);
        split.Warnings.Select(w => w.Id).Should().Equal("participants-on-both-sides");
    }

    [Fact]
    public void Parts_of_one_conversation_stay_together()
    {
        var data = Made.Unlike(30, 15).Select((c, i) => c with { Conversation = c.Conversation with { Id = $"c{i / 3}" } }).ToList();
        FoldAssignment split = ConversationFolds.Split(data, 5, 1);
        split.FoldOf.Chunk(3).Should().OnlyContain(part => part.Distinct().Count() == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public void Folds_that_cannot_be_are_refused(int folds) =>
        FluentActions.Invoking(() => ConversationFolds.Split(Made.Unlike(10, 5), folds, 1)).Should().Throw<ArgumentOutOfRangeException>();
}
