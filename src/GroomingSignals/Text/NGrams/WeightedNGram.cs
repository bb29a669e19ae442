using System.Runtime.InteropServices;
using GroomingSignals.Assessment;

namespace GroomingSignals.Text.NGrams;

/// <summary>An n-gram of a text with its weight: where it occurs, not what it says.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Span">Where it stands in the original text, the spaces around a token left out.</param>
/// <param name="Weight">Its weight: above 0 speaks for risk.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeightedNGram(NGramKind Kind, TextSpan Span, float Weight);
