namespace GroomingSignals.Cli.Rendering;

/// <summary>How much the table shows.</summary>
/// <param name="Explain">Ledger, counterfactual, advice and assumptions as well, and once the versions.</param>
/// <param name="ShowText">The quoted words in their context: the only output with message text.</param>
/// <param name="Marks">Marks quoted words by a line of carets under them, where the terminal cannot underline.</param>
internal sealed record TableDetail(bool Explain, bool ShowText, bool Marks);
