using GroomingSignals.Workbench.Wellness;

namespace GroomingSignals.Workbench.Review;

/// <summary>A message that somebody asked to read.</summary>
/// <param name="Message">Its index in the conversation.</param>
/// <param name="Evidence">True when the evidence in it is revealed too.</param>
/// <param name="Pieces">The text, in order.</param>
/// <param name="Reveals">How much was revealed in all.</param>
internal sealed record RevealedMessage(int Message, bool Evidence, TextPiece[] Pieces, RevealCount Reveals);
