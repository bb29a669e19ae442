using System.Runtime.InteropServices;
using GroomingSignals.Conversations;

namespace GroomingSignals.Rules;

/// <summary>What rules may ask of the message and of the conversation around it.</summary>
/// <param name="Ordinal">The message, counted from 0.</param>
/// <param name="Time">When, in Unix milliseconds; null when not known.</param>
/// <param name="FirstTime">When the conversation began; null when not known.</param>
/// <param name="Tags">What the platform says of the message.</param>
/// <param name="DeclaredAge">The age band that the platform states for the speaker.</param>
/// <param name="Claim">The speaker's earlier claim of age; null when there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageContext(
    int Ordinal, long? Time, long? FirstTime, MessageTags Tags, AgeBand DeclaredAge, AgeClaim? Claim);
