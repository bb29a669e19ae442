using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GroomingSignals.Assessment;

namespace GroomingSignals.Hosting;

/// <summary>What messages did to their conversation: an acknowledgement, once the state is committed.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AppendReport
{
    /// <summary>Whether the messages were taken in; the rest says nothing unless <see cref="AppendStatus.Accepted"/>.</summary>
    public required AppendStatus Status { get; init; }

    /// <summary>What became of each message, in order; empty unless <see cref="AppendStatus.Accepted"/>.</summary>
    public ImmutableArray<MessageOutcome> Messages { get; init; }

    /// <summary>The peak risk of the headline pair, in (0, 1): not a probability.</summary>
    public double Risk { get; init; }

    /// <summary>The decayed risk of the headline pair after the last of the messages, in (0, 1).</summary>
    public double CurrentRisk { get; init; }

    /// <summary>The severity of the conversation so far: a reason to look, never a verdict.</summary>
    public Severity Severity { get; init; }

    /// <summary>True when one of these messages raised an alert, which stands in the outbox.</summary>
    public bool AlertRaised { get; init; }

    /// <summary>How many messages the conversation has, duplicates not counted.</summary>
    public int MessageCount { get; init; }
}
