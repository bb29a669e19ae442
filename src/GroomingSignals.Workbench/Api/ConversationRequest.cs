using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Api;

/// <summary>Asks for one conversation, without its text.</summary>
/// <param name="Index">Its place in the corpus.</param>
/// <param name="Thresholds">By the names of tracks; what is left out stays as saved.</param>
internal sealed record ConversationRequest(int Index, Dictionary<string, ThresholdPair>? Thresholds);
