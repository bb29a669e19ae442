using System.Collections.Immutable;
using GroomingSignals.Assessment;

namespace GroomingSignals.Evaluation.Results;

/// <summary>A conversation on the wrong side of its threshold, by id, with what the score is made of. It holds no message text.</summary>
/// <param name="Id">The id.</param>
/// <param name="Fold">The fold.</param>
/// <param name="Label">True for a case that was missed, false for a negative that was alerted.</param>
/// <param name="Score">The score.</param>
/// <param name="Threshold">The threshold of its fold.</param>
/// <param name="Messages">How many messages it has.</param>
/// <param name="Contributions">The largest lines of the ledger, by their size; empty when the scorer cannot say.</param>
/// <param name="Assumptions">What was assumed, as codes.</param>
public sealed record WorstError(
    string Id, int Fold, bool Label, double Score, double Threshold, int Messages, ImmutableArray<Contribution> Contributions, ImmutableArray<string> Assumptions);
