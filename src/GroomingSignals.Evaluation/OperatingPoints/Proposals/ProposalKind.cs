namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>What is proposed for a gate.</summary>
internal enum ProposalKind
{
    /// <summary>Another threshold.</summary>
    Set,

    /// <summary>The present one, since there are too few labelled conversations to choose by.</summary>
    TooFew,

    /// <summary>The present one, since another would find no further case.</summary>
    NothingGained,

    /// <summary>The present one, since no threshold fits the reviewers' day or the precision asked for.</summary>
    NothingFits,

    /// <summary>An urgent threshold that nothing was chosen for, raised to the review threshold: it cannot lie below.</summary>
    RaisedWithReview,

    /// <summary>A low threshold that nothing was chosen for, lowered to the review threshold: it cannot lie above.</summary>
    LoweredWithReview,
}
