namespace GroomingSignals.Conversations;

/// <summary>What an utterance does with the words of a cue. Only <see cref="Enacting"/> raises the risk of its speaker.</summary>
public enum DiscourseRole
{
    /// <summary>Does it.</summary>
    Enacting = 0,

    /// <summary>Tells what somebody else said.</summary>
    Quoting = 1,

    /// <summary>Warns of it.</summary>
    Warning = 2,

    /// <summary>Teaches about it.</summary>
    Educating = 3,

    /// <summary>Says no to it.</summary>
    Refusing = 4,

    /// <summary>Tells that it happened to the speaker.</summary>
    Disclosing = 5,
}
