namespace GroomingSignals.Hosting;

/// <summary>What became of one message.</summary>
public enum MessageOutcome
{
    /// <summary>It was folded into the state.</summary>
    Applied = 0,

    /// <summary>It was folded into the state in the order of arrival, though a message with a higher sequence number had come before. The assessment states it.</summary>
    AppliedLate = 1,

    /// <summary>Its id stands among the last 32 messages with equal content: it was ignored and leaves no trace in the state.</summary>
    Duplicate = 2,

    /// <summary>Its id stands among the last 32 messages with other content: it was refused. Either the ids are not unique or a message was edited.</summary>
    IdConflict = 3,
}
