using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Tests.Rendering;

/// <summary>Hand-made assessments, so that what is shown does not move with the pack.</summary>
internal static class Samples
{
    public static Conversation Talk { get; } = new()
    {
        Id = "sample-1",
        Participants =
        [
            new Participant { Id = "ann", Age = AgeBand.Adult, Provenance = AgeProvenance.Declared, Role = "member" },
            new Participant { Id = "bo", Age = AgeBand.From13To15, Provenance = AgeProvenance.Verified },
        ],
        Messages =
        [
            new Message { Id = "m1", Sender = "ann", Text = "hi there, how was the match on sunday" },
            new Message { Id = "m2", Sender = "ann", Text = "the bus was late again and we missed the start, so dont tell your mom about it because she will only worry and ask" },
            new Message { Id = "m3", Sender = "bo", Text = "ok" },
            new Message { Id = "m4", Sender = "ann", Text = "do\u200Bnt te\u001Bll" },
        ],
    };

    public static VersionSet Versions { get; } = new(
        "0.1.0", "1.0.0", [new PackVersion("ncmec-en", "1.0.0", new string('a', 64))], new PackVersion("default", "1.0.0", new string('b', 64)), null);

    public static RiskAssessment Urgent { get; } = new()
    {
        ConversationId = "sample-1",
        Risk = 0.9036710,
        Severity = Severity.Urgent,
        SeverityReason = new SeverityReason(SeverityDecision.Overall, null, 0.9036710, 0.85),
        Recommendation = "Put it at the head of the review queue; a trained person decides.",
        RawScore = 2.238750m,
        Baseline = -3m,
        Current = new CurrentRisk(0.7311, Severity.Review, 1m),
        From = "ann",
        Towards = "bo",
        Participants =
        [
            new ParticipantSummary("ann", AgeBand.Adult, AgeProvenance.Declared, null, "member", 3, false),
            new ParticipantSummary("bo", AgeBand.From13To15, AgeProvenance.Verified, null, null, 1, false),
        ],
        Tactics =
        [
            new TacticFinding { Tactic = Tactic.Secrecy, Subtypes = ["conceal", "guardian-avoidance"], From = "ann", Towards = "bo", Count = 3, Score = 2.4m, Risk = 0.5, FirstMessageId = "m2" },
            new TacticFinding { Tactic = Tactic.GiftOffer, Subtypes = ["food"], From = "bo", Towards = "ann", Count = 1, Score = 0.5m, Risk = 0.1, FirstMessageId = "m3" },
        ],
        Evidence =
        [
            new EvidenceItem { RuleId = "GS-SEC-001", Tactic = Tactic.Secrecy, Subtype = "conceal", From = "ann", Towards = "bo", Anchors = [new EvidenceAnchor("m2", [new TextSpan(51, 69)])], Contribution = 1.4m, Explanation = "ann asked bo to keep the conversation from a parent" },
            new EvidenceItem { RuleId = "GS-AGE-003", Tactic = Tactic.AgeMisrepresentation, Subtype = "contradictory-age", From = "ann", Towards = "bo", Anchors = [new EvidenceAnchor("m1", [new TextSpan(0, 8)]), new EvidenceAnchor("m2", [new TextSpan(4, 7), new TextSpan(18, 23)])], Contribution = 3.03875m, View = TextView.Skeleton, Role = DiscourseRole.Enacting, Explanation = "ann claimed an age that another claim contradicts" },
            new EvidenceItem { RuleId = "GS-IMG-011", Tactic = Tactic.ImageRequest, Subtype = "send", From = "ann", Towards = "bo", Anchors = [new EvidenceAnchor("m3", [])], Shadow = true, Explanation = "ann sent bo an image" },
            new EvidenceItem { RuleId = "GS-SEC-002", Tactic = Tactic.Secrecy, Subtype = "conceal", From = "ann", Towards = "bo", Anchors = [], Contribution = 0.3m, Earlier = 4, Explanation = "four earlier matches" },
        ],
        Contributions =
        [
            new Contribution("GS-SEC-001", 1.4m), new Contribution("GS-AGE-003", 3.03875m), new Contribution("GS-SEC-002", 0.3m),
            new Contribution("co-occurrence", 0.35m), new Contribution("direction", -0.4m), new Contribution("track", 0.55m),
        ],
        Counterfactual = new Counterfactual(["GS-AGE-003"], Severity.Low, -0.8m, true),
        Advice = [new AdviceItem(Tactic.Secrecy, "A safe adult never asks you to keep a conversation from your parents. Tell an adult you trust.", "Look for who proposes secrecy, and whether it follows gifts or image requests.", "NCMEC, NetSmartz")],
        Assumptions = [new Assumption("time-missing", "m1", 4, "Messages without a time count as simultaneous."), new Assumption("age-unknown", null, 1, "No age was given.")],
        Versions = Versions,
    };

    public static RiskAssessment Quiet { get; } = new()
    {
        ConversationId = null,
        Risk = 0.0474258,
        Severity = Severity.None,
        SeverityReason = new SeverityReason(SeverityDecision.BelowThresholds, null, 0.0474258, 0.3),
        Recommendation = "No review is recommended.",
        RawScore = -3m,
        Baseline = -3m,
        Current = new CurrentRisk(0.0474258, Severity.None, -3m),
        From = null,
        Towards = null,
        Participants = [],
        Tactics = [],
        Evidence = [],
        Contributions = [],
        Counterfactual = null,
        Advice = [],
        Assumptions = [],
        Versions = Versions,
    };
}
