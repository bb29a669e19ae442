using System.Runtime.InteropServices;

namespace GroomingSignals.Policy;

/// <summary>What a fused score would be if one of its voices spoke alone.</summary>
/// <param name="Classifier">Without the rules, on the fused scale, in millionths of log-odds.</param>
/// <param name="Rules">Without the classifier, on the rules' own scale, in millionths of log-odds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VoicesApart(int Classifier, int Rules);
