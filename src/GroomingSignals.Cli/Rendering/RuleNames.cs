using GroomingSignals.Rules;

namespace GroomingSignals.Cli.Rendering;

/// <summary>The names of the rule language.</summary>
internal static class RuleNames
{
    public static readonly string[] Statuses = ["experimental", "test", "stable", "deprecated"];

    public static string Of(RuleStatus status) => Statuses[(int)status];

    public static string Of(RuleMode mode) => mode switch
    {
        RuleMode.Off => "off",
        RuleMode.Shadow => "shadow",
        _ => "live",
    };

    public static string Of(RulePriority priority) => priority switch
    {
        RulePriority.Low => "low",
        RulePriority.High => "high",
        RulePriority.Critical => "critical",
        _ => "medium",
    };

    /// <summary>Millionths as log-odds.</summary>
    public static decimal LogOdds(int millionths) => millionths / 1_000_000m;

    public static string HalfLife(long? seconds) => seconds switch
    {
        null => "never",
        var s when s % 604_800 == 0 => $"{Figures.Count(s.Value / 604_800)}w",
        var s when s % 86_400 == 0 => $"{Figures.Count(s.Value / 86_400)}d",
        var s when s % 3_600 == 0 => $"{Figures.Count(s.Value / 3_600)}h",
        var s => $"{Figures.Count(s.Value / 60)}m",
    };
}
