using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Tests.Checks;

public sealed class DataCheckTests
{
    [Fact]
    public void Rows_classes_times_and_lengths_are_counted()
    {
        DateTimeOffset time = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
        DataCheck check = DataCheck.Of([
            new LabelledConversation(new Conversation { Id = "a", Participants = [new Participant { Id = "q" }], Messages = [new Message { Sender = "p", Text = "12345", Time = time }, new Message { Sender = "p", Text = "1" }] }, true),
            Made.From("b", false, "r", "123"),
            Made.From("c", false, "s"),
            Made.From("c", null, "t", "12"),
        ]);
        (check.Conversations, check.Messages, check.Empty, check.RepeatedIds, check.MissingTimes).Should().Be((4, 4L, 1, 2, 3L));
        check.Positives.Should().Be(new ClassSummary(1, new Quartiles(6, 6, 6, 6, 6), new Quartiles(2, 2, 2, 2, 2), new Quartiles(2, 2, 2, 2, 2)));
        check.Negatives.Characters.Should().Be(new Quartiles(0, 0, 0, 3, 3));
        check.Unlabelled.Conversations.Should().Be(1);
        check.SyntheticShare.Should().Be(0);
    }

    [Fact]
    public void Each_warning_has_its_id()
    {
        string text = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"word{i}"));
        DataCheck check = DataCheck.Of([
            Made.From("a", true, "p", text) with { Synthetic = true }, Pair("z", true), Pair("y", true), Pair("x", true), Made.From("b", false, "p", text + " more"), Made.From("c", null, "q", "short one here"),
            Made.From("c", true, "r", text, text), Made.From("d", false, "s"), Made.From("e", false, "t", "ok then"),
        ]);
        check.Warnings.Select(w => w.Id).Should().Equal(
            "unlabelled", "synthetic", "repeated-ids", "empty-conversations", "near-duplicates", "near-duplicates-across-labels",
            "participants-repeat", "participants-on-both-sides", "missing-times", "length-differs-by-class", "participants-differ-by-class");
        check.NearDuplicatesAcrossLabels.Should().Be(1);
        (check.ParticipantsInSeveral, check.ParticipantsOnBothSides).Should().Be((1, 1));
    }

    private static LabelledConversation Pair(string id, bool label)
    {
        LabelledConversation one = Made.From(id, label, id, Made.Text(id[0]));
        return one with { Conversation = one.Conversation with { Participants = [new Participant { Id = id + "2" }] } };
    }

    [Fact]
    public void One_class_no_labels_and_no_data_are_said()
    {
        DataCheck.Of([]).Warnings.Select(w => w.Id).Should().Equal("no-data");
        DataCheck.Of([]).SyntheticShare.Should().BeNull();
        DataCheck.Of([Made.Conversation("a", true)]).Warnings.Select(w => w.Id).Should().Contain("one-class");
        DataCheck.Of([Made.Conversation("a", null)]).Warnings.Select(w => w.Id).Should().Contain("no-labels").And.NotContain("one-class").And.NotContain("unlabelled");
    }

    [Fact]
    public void A_sender_id_that_all_share_is_a_role()
    {
        DataCheck check = DataCheck.Of(Made.Unlike(100, 50), new SplitOptions { Participants = ParticipantScope.Global });
        check.Roles.Should().Equal(new ParticipantRole("a", 100));
        check.Warnings.Select(w => w.Id).Should().Contain("participant-roles").And.NotContain("participants-on-both-sides");
    }

    [Fact]
    public void Warnings_hold_no_text()
    {
        const string canary = "canarywordthatnobodywrites";
        DataCheck check = DataCheck.Of([Made.Conversation("a", true, canary + " and more of it"), Made.Conversation("b", false, canary + " and more of it")]);
        check.Warnings.Should().NotBeEmpty().And.OnlyContain(w => !w.Detail.Contains(canary));
    }

    [Theory]
    [InlineData(new long[] { 5 }, 5, 5, 5)]
    [InlineData(new long[] { 4, 1, 3, 2 }, 1, 2, 3)]
    [InlineData(new long[] { 1, 2, 3, 4, 5, 6, 7, 8 }, 2, 4, 6)]
    [InlineData(new long[] { 3, 1, 2, 5, 4 }, 2, 3, 4)]
    public void Quartiles_are_values_of_the_data(long[] values, long lower, long median, long upper)
    {
        Quartiles quartiles = Quartiles.Of(values)!;
        (quartiles.Lower, quartiles.Median, quartiles.Upper).Should().Be((lower, median, upper));
    }
}
