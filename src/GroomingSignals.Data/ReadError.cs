namespace GroomingSignals.Data;

/// <summary>Why a part of an input could not be read. It names places and ids, never message text.</summary>
/// <param name="File">The input as it was named, <c>-</c> for standard input.</param>
/// <param name="Line">The line, from 1; 0 when the input as a whole cannot be read.</param>
/// <param name="Reason">What is wrong, in one line.</param>
public sealed record ReadError(string File, long Line, string Reason)
{
    /// <summary>The error as one line: <c>file:line: reason</c>.</summary>
    public override string ToString() =>
        Line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}: {Reason}") : $"{File}: {Reason}";
}
