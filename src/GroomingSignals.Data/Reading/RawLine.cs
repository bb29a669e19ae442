namespace GroomingSignals.Data.Reading;

/// <summary>One line of an input, without its line end.</summary>
/// <param name="Number">The line, from 1.</param>
/// <param name="Buffer">The bytes, from <see cref="LineBuffers"/>; null when the line is longer than the limit.</param>
/// <param name="Length">How many bytes of the buffer are the line.</param>
internal readonly record struct RawLine(long Number, byte[]? Buffer, int Length);
