namespace GroomingSignals.Workbench.Queue;

/// <summary>A page of the queue, with the counts of the whole.</summary>
/// <param name="Review">How many conversations have severity <c>review</c>, filters aside.</param>
/// <param name="Urgent">How many have <c>urgent</c>, filters aside.</param>
/// <param name="Entering">How many the saved policy would not have brought.</param>
/// <param name="Leaving">How many only the saved policy would have brought.</param>
/// <param name="Moving">How many stay in the queue with another severity.</param>
/// <param name="Total">How many the filters leave, those that leave the queue counted too.</param>
/// <param name="Offset">Where the rows begin.</param>
/// <param name="Rows">The rows.</param>
internal sealed record QueuePage(int Review, int Urgent, int Entering, int Leaving, int Moving, int Total, int Offset, QueueRow[] Rows);
