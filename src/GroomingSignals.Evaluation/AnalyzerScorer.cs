using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;
using GroomingSignals.Tracking;

namespace GroomingSignals.Evaluation;

/// <summary>Scores with an analyzer, as a platform would: the rules alone, or with a classifier when the analyzer has one. The score is the peak score in log-odds, since risk rounds to 1 where scores still differ.</summary>
public sealed class AnalyzerScorer : IAssessingScorer
{
    private readonly RiskAnalyzer _analyzer;
    private readonly double _baseline;

    /// <summary>Makes a scorer.</summary>
    /// <param name="analyzer">The analyzer.</param>
    public AnalyzerScorer(RiskAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        _analyzer = analyzer;
        _baseline = (double)analyzer.Assess(analyzer.Start(null)).RawScore;
    }

    /// <inheritdoc/>
    public ConversationScore Score(Conversation conversation) => Score(Assess(conversation));

    /// <inheritdoc/>
    public IReadOnlyList<double> Trace(Conversation conversation) => ScoreAndTrace(conversation).Trace;

    /// <inheritdoc/>
    public RiskAssessment Assess(Conversation conversation) => _analyzer.Analyze(conversation);

    /// <summary>Both in one reading of the conversation.</summary>
    internal (ConversationScore Score, double[] Trace) ScoreAndTrace(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ConversationState state = _analyzer.Start(conversation.Id, conversation.Participants);
        double[] trace = new double[conversation.Messages.Count];
        for (int i = 0; i < trace.Length; i++)
        {
            _analyzer.Append(state, conversation.Messages[i]);
            trace[i] = PeakKeeper.Headline(state) is { } headline ? (double)LogOdds.ToDecimal(headline.PeakRaw) : _baseline;
        }

        return (Score(_analyzer.Assess(state)), trace);
    }

    private static ConversationScore Score(RiskAssessment assessment) => new((double)assessment.RawScore, assessment.Probability);
}
