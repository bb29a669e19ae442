namespace GroomingSignals.Hosting.Storage;

/// <summary>Why a change was left out of a commit.</summary>
public enum RejectionReason
{
    /// <summary>The stored version is not the expected one: somebody else has written, or the conversation was erased. Read it and build anew.</summary>
    Conflict = 0,

    /// <summary>The store holds as much as it may, and the change needs more room: that of a new conversation, or in a SQLite file that of a state that has grown.</summary>
    Full = 1,
}
