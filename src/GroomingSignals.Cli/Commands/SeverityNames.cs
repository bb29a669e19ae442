using GroomingSignals.Assessment;

namespace GroomingSignals.Cli.Commands;

/// <summary>Severities as options name them.</summary>
internal static class SeverityNames
{
    public static readonly string[] All = [.. Enum.GetValues<Severity>().Select(AssessmentJson.Name)];

    /// <summary>The severity of a name; null for no name.</summary>
    public static Severity? Find(string? name) => Array.IndexOf(All, name) is >= 0 and int index ? (Severity)index : null;
}
