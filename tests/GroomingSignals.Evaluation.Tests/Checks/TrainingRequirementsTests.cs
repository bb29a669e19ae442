using GroomingSignals.Evaluation.Checks;

namespace GroomingSignals.Evaluation.Tests.Checks;

public sealed class TrainingRequirementsTests
{
    [Theory]
    [InlineData(0, 0, 1, "no-data")]
    [InlineData(20, 20, 1, "one-class")]
    [InlineData(20, 0, 1, "one-class")]
    [InlineData(40, 9, 1, "too-few-positives")]
    [InlineData(40, 31, 1, "too-few-negatives")]
    [InlineData(40, 12, 5, "too-few-positives")]
    public void What_cannot_be_trained_is_refused_by_name(int count, int positives, int folds, string id) =>
        TrainingRequirements.Check(Made.Unlike(count, positives), folds).Select(p => p.Id).Should().Equal(id);

    [Theory]
    [InlineData(20, 10, 1)]
    [InlineData(40, 20, 5)]
    [InlineData(26, 13, 5)]
    public void What_can_be_trained_is_not_refused(int count, int positives, int folds) =>
        TrainingRequirements.Check(Made.Unlike(count, positives), folds).Should().BeEmpty();

    [Fact]
    public void The_message_names_the_number_needed() =>
        FluentActions.Invoking(() => TrainingRequirements.Require(Made.Unlike(40, 12), 5)).Should().Throw<ArgumentException>().WithMessage("12 *at least 13 are needed for 5 folds*");

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(5, 13)]
    [InlineData(10, 12)]
    [InlineData(20, 20)]
    public void Each_training_part_keeps_the_minimum(int folds, int needed) => TrainingRequirements.Needed(folds).Should().Be(needed);

    [Fact]
    public void Data_without_labels_is_no_data() =>
        TrainingRequirements.Check([Made.Conversation("a", null, "x")]).Single().Id.Should().Be("no-data");
}
