using System.Runtime.InteropServices;
using GroomingSignals.Tracking;

namespace GroomingSignals.Scoring;

/// <summary>The score of a pair at one time, in millionths of log-odds.</summary>
/// <param name="Raw">Baseline, rules and lines together.</param>
/// <param name="Lines">The named lines.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PairScore(int Raw, PairLines Lines);
