namespace GroomingSignals.Workbench.Api;

/// <summary>Asks for the text of one message.</summary>
/// <param name="Index">The place of its conversation in the corpus.</param>
/// <param name="Message">Its index in the conversation.</param>
/// <param name="Evidence">True to reveal the evidence in it too.</param>
internal sealed record RevealRequest(int Index, int Message, bool Evidence);
