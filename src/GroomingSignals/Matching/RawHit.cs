using System.Runtime.InteropServices;
using GroomingSignals.Conversations;

namespace GroomingSignals.Matching;

/// <summary>A match before exceptions, overlaps and roles are dealt with. Places are in the original text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawHit(int Cue, bool IsExcept, int Start, int End, TextView View, int Value);
