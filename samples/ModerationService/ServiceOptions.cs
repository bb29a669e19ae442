using ModerationService.Start;

namespace ModerationService;

/// <summary>What the service itself decides; the analyzer's and the store's options stand beside it under <c>GroomingSignals</c>.</summary>
internal sealed record ServiceOptions
{
    /// <summary>How many bytes one request body may have.</summary>
    public long BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>How many bytes the bodies that are being read may have together; beyond, requests get 429.</summary>
    public long BodyBytesInFlight { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many bytes a second a body must bring, after the grace; a slower client gets 408.</summary>
    public double BodyBytesPerSecond { get; init; } = 240;

    /// <summary>How long a client may take before <see cref="BodyBytesPerSecond"/> holds.</summary>
    public TimeSpan BodyGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many connections there may be.</summary>
    public long Connections { get; init; } = 10_000;

    /// <summary>How many requests a second each tenant may send, on average; beyond, they get 429.</summary>
    public int RequestsPerSecond { get; init; } = 100_000;

    /// <summary>How far the time of a message may lie ahead of the service's clock.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a question (assessment, alerts) may take.</summary>
    public TimeSpan QuestionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the service waits for what it has taken in when it stops.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="SettingException">Settings are not usable; all are named.</exception>
    public static ServiceOptions Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(KnownSettings.Service);
        var standard = new ServiceOptions();
        var options = new ServiceOptions
        {
            BodyBytes = section.GetValue(nameof(BodyBytes), standard.BodyBytes),
            BodyBytesInFlight = section.GetValue(nameof(BodyBytesInFlight), standard.BodyBytesInFlight),
            BodyBytesPerSecond = section.GetValue(nameof(BodyBytesPerSecond), standard.BodyBytesPerSecond),
            BodyGrace = section.GetValue(nameof(BodyGrace), standard.BodyGrace),
            Connections = section.GetValue(nameof(Connections), standard.Connections),
            RequestsPerSecond = section.GetValue(nameof(RequestsPerSecond), standard.RequestsPerSecond),
            ClockSkew = section.GetValue(nameof(ClockSkew), standard.ClockSkew),
            QuestionTimeout = section.GetValue(nameof(QuestionTimeout), standard.QuestionTimeout),
            DrainTimeout = section.GetValue(nameof(DrainTimeout), standard.DrainTimeout),
        };

        string[] problems = [.. options.Problems()];
        return problems.Length == 0 ? options : throw new SettingException(string.Join(" ", problems));
    }

    private IEnumerable<string> Problems()
    {
        (string Name, bool IsGood, string Must)[] rules =
        [
            (nameof(BodyBytes), BodyBytes is >= 1 and <= int.MaxValue, "must be from 1 to 2147483647"),
            (nameof(BodyBytesInFlight), BodyBytesInFlight >= BodyBytes, $"must not be below {nameof(BodyBytes)}"),
            (nameof(BodyBytesPerSecond), BodyBytesPerSecond > 0, "must be above 0"),
            (nameof(BodyGrace), BodyGrace > TimeSpan.FromSeconds(1), "must be above a second"),
            (nameof(Connections), Connections >= 1, "must be at least 1"),
            (nameof(RequestsPerSecond), RequestsPerSecond >= 1, "must be at least 1"),
            (nameof(ClockSkew), ClockSkew >= TimeSpan.Zero, "must not be below 0"),
            (nameof(QuestionTimeout), QuestionTimeout > TimeSpan.Zero && QuestionTimeout <= TimeSpan.FromDays(1), "must be above 0, and a day at most"),
            (nameof(DrainTimeout), DrainTimeout >= TimeSpan.Zero && DrainTimeout <= TimeSpan.FromDays(1), "must not be below 0, and a day at most"),
        ];
        return rules.Where(r => !r.IsGood).Select(r => $"{KnownSettings.Service}:{r.Name} {r.Must}.");
    }
}
