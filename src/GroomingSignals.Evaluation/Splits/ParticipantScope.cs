namespace GroomingSignals.Evaluation.Splits;

/// <summary>What a participant id names.</summary>
public enum ParticipantScope
{
    /// <summary>Somebody within one conversation: the same id elsewhere says nothing.</summary>
    Local = 0,

    /// <summary>One person throughout the data. Conversations that share a person stand on one side of a split.</summary>
    Global = 1,
}
