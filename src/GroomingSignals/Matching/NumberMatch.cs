using System.Runtime.InteropServices;

namespace GroomingSignals.Matching;

/// <summary>Where a number phrase stands in a view.</summary>
/// <param name="Value">The number.</param>
/// <param name="NumberStart">Where the number begins.</param>
/// <param name="NumberEnd">Where it ends.</param>
/// <param name="Start">Where the phrase begins.</param>
/// <param name="End">Where it ends.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberMatch(int Value, int NumberStart, int NumberEnd, int Start, int End);
