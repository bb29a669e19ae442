using GroomingSignals.Assessment;
using Spectre.Console;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What looks how. Colour never says anything that the words do not say.</summary>
internal static class Palette
{
    public static Style Dim { get; } = new(Color.Grey);

    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Marked { get; } = new(decoration: Decoration.Bold | Decoration.Underline);

    public static Style Raises { get; } = new(Color.Red);

    public static Style Lowers { get; } = new(Color.Green);

    public static Style Warning { get; } = new(Color.Yellow);

    public static Style Of(Severity severity) => severity switch
    {
        Severity.Urgent => new(Color.White, Color.Red, Decoration.Bold),
        Severity.Review => new(Color.Black, Color.Yellow, Decoration.Bold),
        Severity.Low => new(Color.Aqua),
        _ => new(Color.Grey),
    };

    public static Style Bar(Severity severity) => severity switch
    {
        Severity.Urgent => new(Color.Red),
        Severity.Review => new(Color.Yellow),
        Severity.Low => new(Color.Aqua),
        _ => new(Color.Grey),
    };
}
