using System.Runtime.InteropServices;
using GroomingSignals.Conversations;

namespace GroomingSignals.Hosting;

/// <summary>A message as the platform delivers it.</summary>
/// <param name="Message">The message. With an id it is applied once, however often it comes among the last 32 messages of its conversation.</param>
/// <param name="Sequence">The platform's own running number within the conversation, where it has one: a message that comes after one with a higher number is applied all the same, and stated as late. Null when there is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IncomingMessage(Message Message, long? Sequence = null)
{
    /// <summary>A message without a number.</summary>
    /// <param name="message">The message.</param>
    public static implicit operator IncomingMessage(Message message) => FromMessage(message);

    /// <summary>A message without a number.</summary>
    /// <param name="message">The message.</param>
    public static IncomingMessage FromMessage(Message message) => new(message);
}
