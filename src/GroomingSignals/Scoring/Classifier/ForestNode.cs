using System.Runtime.InteropServices;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>An inner node of a forest. A child from 0 up is another inner node of the forest, a negative one the leaf <c>~child</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ForestNode(int Feature, float Threshold, int Left, int Right);
