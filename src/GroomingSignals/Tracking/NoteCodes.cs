namespace GroomingSignals.Tracking;

/// <summary>The stable codes of assumptions, and what each says.</summary>
internal static class NoteCodes
{
    public const string AgeUnknown = "age-unknown";
    public const string AgeInferred = "age-inferred";
    public const string ListenerAssumed = "listener-assumed";
    public const string DirectionUnknown = "direction-unknown";
    public const string TimeOffset = "time-offset-assumed";
    public const string TimeBackwards = "time-backwards";
    public const string TimeMissing = "time-missing";
    public const string TextTruncated = "text-truncated";
    public const string MatchesTruncated = "matches-truncated";
    public const string TagUnknown = "tag-unknown";
    public const string ConditionUnknown = "condition-unknown";
    public const string HistoryEvicted = "history-evicted";
    public const string EvidenceEvicted = "evidence-evicted";
    public const string PairEvicted = "pair-evicted";
    public const string ParticipantLimit = "participant-limit";
    public const string ListenerLimit = "listener-limit";
    public const string DuplicateIgnored = "duplicate-ignored";
    public const string RuleDropped = "rule-dropped";
    public const string OverrideExpired = "override-expired";
    public const string ClassifierPackDiffers = "classifier-pack-differs";
    public const string ClassifierPolicyOverride = "classifier-policy-override";
    public const string ClassifierUncalibrated = "classifier-uncalibrated";
    public const string ClassifierNoPrevalence = "classifier-no-prevalence";
    public const string ClassifierFeaturesMissing = "classifier-features-missing";
    public const string ClassifierSpeakers = "classifier-speakers";

    public static string Describe(string code) => code switch
    {
        AgeUnknown => "The age of this participant is not known; the track for unknown ages was used.",
        AgeInferred => "The participant said to be a minor; as a listener they count as one.",
        ListenerAssumed => "Only one participant has spoken; an unseen listener of unknown age was assumed.",
        DirectionUnknown => "One message by one sender: the direction is not known.",
        TimeOffset => "A time without an offset was taken as UTC.",
        TimeBackwards => "A time before that of an earlier message counted as the same time.",
        TimeMissing => "A message without a time counted as sent at the time of the one before.",
        TextTruncated => "Only the beginning of a long message was read.",
        MatchesTruncated => "A message had more matches than are kept; the later ones were left out.",
        TagUnknown => "A tag of the platform is not known to this version.",
        ConditionUnknown => "The rule asks for something that is not known here; it was treated as the rule says.",
        HistoryEvicted => "An earlier event left the history while a rule could still have used it.",
        EvidenceEvicted => "The places of earlier evidence were given up to keep the state small; their points are kept.",
        PairEvicted => "A pair of participants with little evidence was given up to keep the state small.",
        ParticipantLimit => "More participants than a state can follow; signals of the later ones were not followed.",
        ListenerLimit => "More listeners than are followed for one message; the nearest were followed.",
        DuplicateIgnored => "A message that was delivered again counted once.",
        RuleDropped => "The rule is no longer in the packs; its points were dropped.",
        OverrideExpired => "The override of this rule has expired and was not applied.",
        ClassifierPackDiffers => "The classifier was trained with other rule packs: there is no probability.",
        ClassifierPolicyOverride => "The classifier was trained with other points, tracks or overrides than the policy has: there is no probability.",
        ClassifierNoPrevalence => "The policy does not say which share of conversations is grooming ('prevalence'): there is no probability.",
        ClassifierUncalibrated => "The classifier has no calibration: there is no probability.",
        ClassifierFeaturesMissing => "The state was begun without this classifier, which therefore stays silent: the score is that of the rules alone.",
        ClassifierSpeakers => "More speakers than the classifier keeps apart; the later ones count as one.",
        _ => code,
    };
}
