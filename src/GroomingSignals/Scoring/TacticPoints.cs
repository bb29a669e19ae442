using System.Runtime.CompilerServices;

namespace GroomingSignals.Scoring;

/// <summary>Points by tactic, in millionths of log-odds; index by <see cref="Conversations.Tactic"/>.</summary>
[InlineArray(13)]
internal struct TacticPoints
{
    private long _first;
}
