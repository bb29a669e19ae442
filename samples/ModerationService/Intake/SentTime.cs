using System.Runtime.InteropServices;

namespace ModerationService.Intake;

/// <summary>When a message was sent.</summary>
/// <param name="Time">The time.</param>
/// <param name="OffsetAssumed">True when it was written without an offset, and UTC was assumed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SentTime(DateTimeOffset Time, bool OffsetAssumed);
