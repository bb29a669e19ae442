using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>What a row says beside its message; null where it says nothing.</summary>
/// <param name="Label">The label of its conversation.</param>
/// <param name="Sender">The label of its sender.</param>
/// <param name="Tactics">The tactics of its message; null when the file has no such column.</param>
/// <param name="Synthetic">True when its conversation was composed.</param>
internal sealed record CsvRowLabels(bool? Label, bool? Sender, IReadOnlyList<Tactic>? Tactics, bool Synthetic);
