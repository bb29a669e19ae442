using System.Runtime.InteropServices;
using GroomingSignals.Conversations;

namespace GroomingSignals.Rules;

/// <summary>What rules may ask of a speaker or a listener.</summary>
/// <param name="Index">The index of the participant in the conversation.</param>
/// <param name="Age">The band that counts on this side of the pair.</param>
/// <param name="Provenance">Where it is known from.</param>
/// <param name="Role">The role that the platform gives.</param>
/// <param name="Initiator">True when the participant sent the first message.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PartyFacts(int Index, AgeBand Age, AgeProvenance Provenance, string? Role, bool Initiator);
