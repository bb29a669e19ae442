using GroomingSignals.Data;

namespace GroomingSignals.Cli.Commands;

/// <summary>What was read of labelled inputs.</summary>
/// <param name="Conversations">The conversations, in the order of the inputs.</param>
/// <param name="Errors">How many lines, rows or conversations could not be read.</param>
/// <param name="BrokenMessages">How many messages hold U+FFFD: bytes that were not UTF-8.</param>
internal sealed record LabelledData(IReadOnlyList<LabelledConversation> Conversations, long Errors, long BrokenMessages)
{
    public bool HasSynthetic => Conversations.Any(c => c.Synthetic);
}
