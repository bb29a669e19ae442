using System.Runtime.InteropServices;

namespace GroomingSignals.Tracking;

/// <summary>The values of a <see cref="RuleTally"/> at the peak of its pair.</summary>
/// <param name="Hits">The scored matches until then.</param>
/// <param name="Gross">What they had added.</param>
/// <param name="Capped">What the cap had taken away.</param>
/// <param name="Value">What was left.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TallyAtPeak(int Hits, long Gross, long Capped, int Value);
