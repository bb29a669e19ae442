using System.Runtime.InteropServices;

namespace GroomingSignals.Hosting.Storage;

/// <summary>A change that was left out of a commit, whole.</summary>
/// <param name="Index">Its place in the list of changes.</param>
/// <param name="Reason">Why.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RejectedChange(int Index, RejectionReason Reason);
