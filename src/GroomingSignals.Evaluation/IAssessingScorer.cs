using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Evaluation;

/// <summary>A scorer that can say why: reports then have tables by severity, rule and tactic, and explanations of errors, without message text.</summary>
public interface IAssessingScorer : IConversationScorer
{
    /// <summary>Assesses a whole conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    RiskAssessment Assess(Conversation conversation);
}
