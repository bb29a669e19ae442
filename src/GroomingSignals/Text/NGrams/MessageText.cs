using System.Runtime.InteropServices;

namespace GroomingSignals.Text.NGrams;

/// <summary>What the n-grams of a text say: two totals that add up over messages.</summary>
/// <param name="Sum">The sum of the weights of its distinct n-grams.</param>
/// <param name="Grams">How many distinct n-grams with a weight it has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageText(float Sum, int Grams);
