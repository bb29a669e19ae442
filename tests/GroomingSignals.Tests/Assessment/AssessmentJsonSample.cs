using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Tests.Assessment;

/// <summary>Assessments built by hand, with and without everything that may be missing.</summary>
internal static class AssessmentJsonSample
{
    public static RiskAssessment Full() => Empty() with
    {
        ConversationId = "c1",
        Risk = 0.1,
        Severity = Severity.Review,
        SeverityReason = new(SeverityDecision.Tactic, Tactic.Secrecy, 0.1 + 0.2, 0.5),
        RawScore = 1.500001m,
        Current = new(0.05, Severity.Low, 0.25m),
        From = "a",
        Towards = "b",
        Participants =
        [
            new("a", AgeBand.Adult, AgeProvenance.Declared, AgeBand.From16To17, "coach", 3, Assumed: false),
            new("b", AgeBand.From13To15, AgeProvenance.Verified, null, null, 0, Assumed: true),
        ],
        Tactics = [new() { Tactic = Tactic.Secrecy, Subtypes = ["conceal"], From = "a", Towards = "b", Count = 2, Score = 4.500001m, Risk = 0.7 }],
        Evidence =
        [
            new()
            {
                RuleId = "secrecy.conceal", Tactic = Tactic.Secrecy, Subtype = "conceal", From = "a", Towards = "b",
                Anchors = [new("m1", [new(3, 9)])], View = TextView.Leet, Contribution = 4.500001m, Explanation = "asks to conceal",
            },
        ],
        Contributions = [new("secrecy.conceal", 4.500001m)],
        Counterfactual = new(["secrecy.conceal"], Severity.None, -3m, Minimal: true),
        Advice = [new(Tactic.Secrecy, "tell a trusted adult", "look for secrecy", "FBI")],
        Assumptions = [new("age-unknown", null, 1, "no age")],
    };

    public static RiskAssessment Empty() => new()
    {
        ConversationId = null,
        Risk = 0.047,
        Severity = Severity.None,
        SeverityReason = new(SeverityDecision.BelowThresholds, null, 0.047, 0.2),
        Recommendation = "queue",
        RawScore = -3m,
        Baseline = -3m,
        Current = new(0.047, Severity.None, -3m),
        From = null,
        Towards = null,
        Participants = [],
        Tactics = [],
        Evidence = [],
        Contributions = [],
        Counterfactual = null,
        Advice = [],
        Assumptions = [],
        Versions = new("0.1.0", "1.0.0", [new("ncmec-en", "1", "ab")], new("default", "1", "cd"), null),
    };
}
