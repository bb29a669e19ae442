using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Hosting.Telemetry;
using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting.Reloading;

/// <summary>
/// Holds the analyzer that is in service, and replaces it whole when packs, policy or model have changed. What cannot be loaded leaves the old one in
/// service and says so: in the log, in <c>grooming_signals.reloads</c>, in <see cref="Problems"/> and in the health check. Thread-safe.
/// </summary>
public sealed class RiskAnalyzerSource : IDisposable
{
    private readonly Lock _lock = new();
    private readonly GroomingSignalsOptions _options;
    private readonly HostingTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private volatile RiskAnalyzer _current;
    private volatile StrongProblems _problems = new([]);
    private DateOnly _day;
    private FileWatch? _watch;
    private ITimer? _midnight;

    internal RiskAnalyzerSource(GroomingSignalsOptions options, HostingTelemetry telemetry, ILogger logger, TimeProvider time)
    {
        (_options, _telemetry, _logger, _time) = (options, telemetry, logger, time);
        _day = Today();
        _current = AnalyzerLoader.Load(options, time);
        Log.Loaded(logger, Describe(_current.Versions));
    }

    /// <summary>The analyzer in service. Take it once for what belongs together: the next call may give another.</summary>
    public RiskAnalyzer Current => _current;

    /// <summary>Why the files as they are now cannot be used: each with file, line, column and stable id. Empty when <see cref="Current"/> was made of them.</summary>
    public ImmutableArray<string> Problems => _problems.All;

    /// <summary>Loads packs, policy and model now.</summary>
    /// <returns>True when what was loaded is in service; false when it cannot be used and the old one stays: see <see cref="Problems"/>.</returns>
    public bool Reload()
    {
        lock (_lock)
        {
            try
            {
                var day = Today();
                _current = AnalyzerLoader.Load(_options, _time);
                _day = day;
                _problems = new StrongProblems([]);
                _telemetry.Reloaded("loaded");
                Log.Loaded(_logger, Describe(_current.Versions));
                return true;
            }
            catch (Exception e)
            {
                // It may run on a timer, where an exception would end the process.
                _problems = new StrongProblems(e is AnalyzerLoadException load ? load.Problems : [e.GetType().Name]);
                _telemetry.Reloaded("failed");
                Log.ReloadFailed(_logger, string.Join("; ", _problems.All));
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watch?.Dispose();
        _midnight?.Dispose();
    }

    /// <summary>Begins to look for changes, where the options want that.</summary>
    /// <param name="listen">Whether the file system is asked to tell of changes, beside looking for them.</param>
    internal void Watch(bool listen = true)
    {
        string[] paths = [.. _options.PackPaths, .. new[] { _options.PolicyPath, _options.ModelPath }.OfType<string>()];
        if (_watch is null && _options.ReloadOnChange && paths.Length > 0)
        {
            _watch = new FileWatch(paths, _options, _time, _logger, listen, () => Reload());
            _midnight = _time.CreateTimer(_ => Expire(), null, _options.ReloadPollInterval, _options.ReloadPollInterval);
        }
    }

    /// <summary>Overrides of a policy expire with their day, and an analyzer asks for the day when it is built.</summary>
    private void Expire()
    {
        if (_current.Policy.Overrides.Length > 0 && Today() != _day)
        {
            Reload();
        }
    }

    private DateOnly Today() => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    private static string Describe(VersionSet versions) => string.Join(
        ", ",
        [
            $"engine {versions.Engine}",
            .. versions.Packs.Select(p => $"pack {p.Id} {p.Version} {p.Hash[..12]}"),
            $"policy {versions.Policy.Id} {versions.Policy.Version}",
            .. versions.Model is { } model ? [$"model {model.Id} {model.Version} {model.Hash[..12]}"] : Array.Empty<string>(),
        ]);

    private sealed record StrongProblems(ImmutableArray<string> All);
}
