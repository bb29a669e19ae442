using System.Runtime.InteropServices;

namespace GroomingSignals.RulePacks.Yaml;

/// <summary>A place in a file, counted from 1; 0 is the file as a whole.</summary>
/// <param name="File">The file, as the caller named it.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SourcePosition(string File, int Line, int Column)
{
    public static SourcePosition Whole(string file) => new(file, 0, 0);
}
