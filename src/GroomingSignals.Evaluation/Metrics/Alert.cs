using System.Runtime.InteropServices;

namespace GroomingSignals.Evaluation.Metrics;

/// <summary>Whether, and when, a conversation was alerted while its messages came in.</summary>
/// <param name="Label">True for grooming.</param>
/// <param name="At">How many messages had been seen when the alert fired, from 1; null when none fired.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Alert(bool Label, int? At);
