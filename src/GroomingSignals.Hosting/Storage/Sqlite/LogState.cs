using System.Runtime.InteropServices;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>What the tables say of the commit log.</summary>
/// <param name="Folded">The number of the last record that they hold.</param>
/// <param name="Mark">The mark by which the log knows its database.</param>
/// <param name="IsInUse">Whether commits go, or went until the process was ended, into the log: it must be there.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogState(long Folded, long Mark, bool IsInUse);
