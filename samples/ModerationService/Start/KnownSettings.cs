using GroomingSignals.Hosting;

namespace ModerationService.Start;

/// <summary>The settings of the service's own sections. One that is not among them is refused: misspelt, it would be a setting that nobody made.</summary>
internal static class KnownSettings
{
    public const string Analyzer = "GroomingSignals";
    public const string Service = "Service";
    public const string Keys = "ApiKeys";

    public static string[] Sections { get; } = [Analyzer, Service, Keys];

    public static string[] OfAnalyzer { get; } = [.. typeof(GroomingSignalsOptions).GetProperties().Select(p => p.Name)];

    public static string[] OfService { get; } = [.. typeof(ServiceOptions).GetProperties().Select(p => p.Name)];

    public static string[] OfKey { get; } = ["tenant", "id", "sha256"];

    /// <exception cref="SettingException">There are settings that are not known; all are named.</exception>
    public static void Check(IConfiguration configuration)
    {
        string[] unknown =
        [
            .. Unknown(configuration.GetSection(Analyzer), OfAnalyzer, list: nameof(GroomingSignalsOptions.PackPaths)),
            .. Unknown(configuration.GetSection(Service), OfService),
            .. configuration.GetSection(Keys).GetChildren().SelectMany(key => Unknown(key, OfKey)),
        ];
        if (unknown.Length > 0)
        {
            throw new SettingException(
                $"There {(unknown.Length == 1 ? "is no setting" : "are no settings")} {string.Join(", ", unknown.Select(u => $"'{u}'"))}: --help lists those that there are.");
        }
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section, string[] known, string? list = null) =>
        section.Value is not null
            ? [section.Path]
            : section.GetChildren().SelectMany(setting =>
                !known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase) ? [setting.Path]
                : string.Equals(setting.Key, list, StringComparison.OrdinalIgnoreCase) ? []
                : setting.GetChildren().Select(c => c.Path));
}
