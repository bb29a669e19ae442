using System.Runtime.InteropServices;

namespace GroomingSignals.Matching;

/// <summary>What a literal means to one cue.</summary>
/// <param name="Cue">The id of the cue.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Number">For numbers, the index of the phrase.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CueUse(int Cue, CueUseKind Kind, int Number);
