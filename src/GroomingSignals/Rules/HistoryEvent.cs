using System.Runtime.InteropServices;

namespace GroomingSignals.Rules;

/// <summary>A term of some rule matched a message. Holds no text.</summary>
/// <param name="Term">The stable hash of the term's key.</param>
/// <param name="Ordinal">The message, counted from 0.</param>
/// <param name="Time">When, in Unix milliseconds; null when not known.</param>
/// <param name="From">The index of the sender.</param>
/// <param name="Towards">A bit for each participant it was said towards; all bits for a term without direction.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HistoryEvent(uint Term, int Ordinal, long? Time, int From, ulong Towards);
