namespace GroomingSignals.Hosting.Storage;

/// <summary>Why a change was left out of a commit.</summary>
public enum RejectionReason
{
    /// <summary>The stored version is not the expected one: somebody else has written, or the conversation was erased. Read it and build anew.</summary>
    Conflict = 0,

    /// <summary>The conversation is new and the store holds as many as it may.</summary>
    Full = 1,
}
