using System.Runtime.InteropServices;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Tracking;

/// <summary>
/// One match of one rule in one message for one pair, as the state keeps it: places, no text. A struct, so that those of a pair lie together: all of them
/// are read for every snapshot.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EvidenceRecord
{
    public required string RuleId { get; init; }

    /// <summary>The message, counted from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The id of the message as results name it.</summary>
    public required string MessageId { get; init; }

    public required TextSpan[] Spans { get; init; }

    /// <summary>The id of the message of the earlier claim that this one contradicts.</summary>
    public string? EarlierMessageId { get; init; }

    public TextSpan EarlierSpan { get; init; }

    public TextView View { get; init; }

    public DiscourseRole Role { get; init; }

    /// <summary>What it added, in millionths of log-odds.</summary>
    public int Points { get; init; }

    public bool Shadow { get; init; }
}
