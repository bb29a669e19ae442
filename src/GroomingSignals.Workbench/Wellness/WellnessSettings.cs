namespace GroomingSignals.Workbench.Wellness;

/// <summary>What the workbench does for the person who reads: data, so that a team sets its own. The format is <c>wellness.schema.json</c>.</summary>
public sealed record WellnessSettings
{
    private static readonly Lazy<WellnessSettings> BuiltIn = new(ReadBuiltIn);

    /// <summary>The settings that are used when no others are given.</summary>
    public static WellnessSettings Default => BuiltIn.Value;

    /// <summary>The format, <c>wellness/1</c>.</summary>
    public required string Schema { get; init; }

    /// <summary>After how many revealed messages a break is due, from 1 to 1,000.</summary>
    public required int BreakAfterReveals { get; init; }

    /// <summary>After how many minutes since the first reveal a break is due, from 1 to 480.</summary>
    public required int BreakAfterMinutes { get; init; }

    /// <summary>How long a break should be at least, in minutes, from 1 to 120. The page suggests it and stops nobody.</summary>
    public required int BreakMinutes { get; init; }

    /// <summary>What the page says when a break is due.</summary>
    public required string Reminder { get; init; }

    /// <summary>Where a reviewer finds somebody to talk to.</summary>
    public required string Support { get; init; }

    /// <summary>Loads settings from a file.</summary>
    /// <param name="path">The file, JSON.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not such settings; the message lists every problem, one a line, each with its line and column.</exception>
    public static WellnessSettings Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(File.ReadAllBytes(path));
    }

    internal static WellnessSettings Parse(ReadOnlySpan<byte> json) => WellnessReader.Read(json);

    private static WellnessSettings ReadBuiltIn()
    {
        using Stream stream = typeof(WellnessSettings).Assembly.GetManifestResourceStream("wellness/default.json")!;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return Parse(copy.ToArray());
    }
}
