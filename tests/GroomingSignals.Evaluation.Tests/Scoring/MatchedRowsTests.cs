using GroomingSignals.Data;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Scoring;

namespace GroomingSignals.Evaluation.Tests.Scoring;

public sealed class MatchedRowsTests
{
    // Positives are mostly long, negatives mostly short.
    private static readonly IReadOnlyList<LabelledConversation> Data =
        [.. Enumerable.Range(0, 1000).Select(i => Made.Conversation($"c{i}", i % 5 == 0, new string('x', i % 5 == 0 ? 200 + (i * 7 % 800) : 10 + (i * 13 % 900))))];

    [Fact]
    public void Length_tells_nothing_in_what_is_matched_by_length()
    {
        int[] all = [.. Enumerable.Range(0, Data.Count)];
        int[] matched = MatchedRows.ByLength(Data, all, 1);
        Auc(all).Should().BeGreaterThan(0.6);
        Auc(matched).Should().BeApproximately(0.5, 0.05);
        matched.Count(i => Data[i].Label is true).Should().BeGreaterThan(50);
    }

    [Fact]
    public void The_classes_keep_their_proportion()
    {
        int[] matched = MatchedRows.ByLength(Data, [.. Enumerable.Range(0, Data.Count)], 1);
        (matched.Count(i => Data[i].Label is true) / (double)matched.Length).Should().BeApproximately(0.2, 0.01);
        matched.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void One_class_has_no_match() =>
        MatchedRows.ByParticipants(Data, [.. Enumerable.Range(0, Data.Count).Where(i => Data[i].Label is true)], 1).Should().BeEmpty();

    private static double Auc(int[] rows) =>
        RankingMetrics.RocAuc([.. rows.Select(i => (double)Data[i].Conversation.Messages[0].Text.Length)], [.. rows.Select(i => Data[i].Label is true)])!.Value;
}
