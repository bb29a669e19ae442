namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary>What a replay proves.</summary>
internal enum ReplayKind
{
    /// <summary>The same bytes.</summary>
    Same,

    /// <summary>The same bytes but for the white space of the file that recorded them.</summary>
    SameContent,

    /// <summary>Something else under the same versions.</summary>
    Different,

    /// <summary>Nothing: a version or the conversation is not there.</summary>
    Missing,

    /// <summary>Nothing was recorded: a conversation of the data that no assessment names.</summary>
    Unrecorded,
}
