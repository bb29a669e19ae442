using GroomingSignals.Data;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>The scores of all conversations by one scorer, or by one for each fold.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Scores">The scores.</param>
/// <param name="Peaks">The rises of the stream; null when scores cannot be had in part.</param>
/// <param name="ScorerOf">The scorer of each fold.</param>
internal sealed record FoldScores(string Name, ConversationScore[] Scores, StreamPeaks[]? Peaks, IConversationScorer[] ScorerOf)
{
    /// <summary>Scores conversations, in parallel.</summary>
    /// <exception cref="InvalidOperationException">A score is not a number, or a probability lies outside [0, 1].</exception>
    public static void Score(
        IReadOnlyList<LabelledConversation> conversations, IReadOnlyList<int> rows, IConversationScorer scorer, string name,
        ConversationScore[] scores, StreamPeaks?[] peaks, int threads, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.For(0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, i =>
            {
                var conversation = conversations[rows[i]].Conversation;
                (ConversationScore score, IReadOnlyList<double>? trace) = scorer is AnalyzerScorer analyzer
                    ? analyzer.ScoreAndTrace(conversation)
                    : (scorer.Score(conversation), scorer.Trace(conversation));
                if (double.IsNaN(score.Score) || score.Probability is not (null or (>= 0 and <= 1)))
                {
                    throw new InvalidOperationException($"The scorer '{name}' gives conversation '{conversation.Id}' a score that is not a number, or a probability outside 0 to 1.");
                }

                scores[rows[i]] = score;
                peaks[rows[i]] = trace is null ? null : new StreamPeaks(trace);
            });
        }
        catch (AggregateException exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
