using System.Runtime.InteropServices;

namespace GroomingSignals.Text.NGrams;

/// <summary>What the n-grams of a text say: two totals that add up over messages.</summary>
/// <param name="Sum">The sum of the weights of its n-grams, each at most twice.</param>
/// <param name="Grams">How many n-grams with a weight that is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageText(float Sum, int Grams);
