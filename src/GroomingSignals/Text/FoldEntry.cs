using System.Runtime.InteropServices;

namespace GroomingSignals.Text;

/// <summary>What one character folds to.</summary>
/// <param name="Flags">What it is.</param>
/// <param name="Folded">Its folded form; empty when it is left out.</param>
/// <param name="Skeleton">What it looks like; empty when it is left out.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoldEntry(CharacterFlags Flags, string Folded, string Skeleton);
