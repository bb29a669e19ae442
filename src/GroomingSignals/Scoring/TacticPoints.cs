using System.Runtime.CompilerServices;

namespace GroomingSignals.Scoring;

/// <summary>Points by tactic, in millionths of log-odds; index by <see cref="Conversations.Tactic"/>.</summary>
[InlineArray(Length)]
internal struct TacticPoints
{
    public const int Length = 13;

    private long _first;
}
