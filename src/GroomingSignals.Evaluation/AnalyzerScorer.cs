using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Evaluation;

/// <summary>Scores with an analyzer, as a platform would: the rules alone, or with a classifier when the analyzer has one. The score is the peak risk.</summary>
public sealed class AnalyzerScorer : IAssessingScorer
{
    private readonly RiskAnalyzer _analyzer;

    /// <summary>Makes a scorer.</summary>
    /// <param name="analyzer">The analyzer.</param>
    public AnalyzerScorer(RiskAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        _analyzer = analyzer;
    }

    /// <inheritdoc/>
    public ConversationScore Score(Conversation conversation)
    {
        RiskAssessment assessment = Assess(conversation);
        return new ConversationScore(assessment.Risk, assessment.Probability);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Trace(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ConversationState state = _analyzer.Start(conversation.Id, conversation.Participants);
        double[] trace = new double[conversation.Messages.Count];
        for (int i = 0; i < trace.Length; i++)
        {
            trace[i] = _analyzer.Append(state, conversation.Messages[i]).Risk;
        }

        return trace;
    }

    /// <inheritdoc/>
    public RiskAssessment Assess(Conversation conversation) => _analyzer.Analyze(conversation);
}
