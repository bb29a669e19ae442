namespace GroomingSignals.Workbench.Queue;

/// <summary>One conversation of the queue. It holds no message text.</summary>
/// <param name="Index">Its place in the corpus, from 0.</param>
/// <param name="Id">Its id.</param>
/// <param name="Severity">Its severity now.</param>
/// <param name="SavedSeverity">Its severity under the saved policy.</param>
/// <param name="Change"><c>entering</c>, <c>leaving</c> or <c>staying</c>.</param>
/// <param name="Risk">Its risk in (0, 1).</param>
/// <param name="Track">The name of its track; null without evidence.</param>
/// <param name="Tactics">The ids of the tactics that were found.</param>
/// <param name="Messages">How many messages it has.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Label">What a person said of it; null when nobody did.</param>
internal sealed record QueueRow(
    int Index, string Id, string Severity, string SavedSeverity, string Change, double Risk, string? Track, string[] Tactics, int Messages, string Why, bool? Label);
