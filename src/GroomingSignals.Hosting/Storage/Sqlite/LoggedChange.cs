using System.Runtime.InteropServices;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>A change that stands in the commit log.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Version">The version that it gave it.</param>
/// <param name="Offset">Where it begins among those of its record, or of its half.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LoggedChange(ConversationKey Key, long Version, int Offset);
