using System.Runtime.InteropServices;

namespace GroomingSignals.Tracking;

/// <summary>The named lines of a pair's ledger, in millionths of log-odds.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PairLines(
    int CoOccurrence, int Direction, int Acceleration, int Obfuscation, int Track, int Protection)
{
    public int Sum => CoOccurrence + Direction + Acceleration + Obfuscation + Track + Protection;
}
