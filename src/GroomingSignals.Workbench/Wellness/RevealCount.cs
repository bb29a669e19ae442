namespace GroomingSignals.Workbench.Wellness;

/// <summary>How much was revealed.</summary>
/// <param name="Total">Messages since the page was started.</param>
/// <param name="SinceBreak">Messages since the last break.</param>
/// <param name="Minutes">Minutes since the first of these.</param>
/// <param name="BreakDue">True when a break is due.</param>
internal sealed record RevealCount(int Total, int SinceBreak, int Minutes, bool BreakDue);
