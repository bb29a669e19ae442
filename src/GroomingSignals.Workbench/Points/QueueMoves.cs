namespace GroomingSignals.Workbench.Points;

/// <summary>What changes in the queue against the policy that stands.</summary>
/// <param name="Entering">Conversations that enter it.</param>
/// <param name="Leaving">Conversations that leave it.</param>
/// <param name="Moving">Conversations that stay and have another severity.</param>
internal sealed record QueueMoves(int Entering, int Leaving, int Moving);
