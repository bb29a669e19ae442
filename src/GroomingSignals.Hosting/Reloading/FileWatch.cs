using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting.Reloading;

/// <summary>
/// Calls back when files have changed and then been quiet. The file system tells of changes where it can; where it cannot, and where it loses some,
/// looking from time to time finds them.
/// </summary>
internal sealed class FileWatch : IDisposable
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<string> _paths;
    private readonly TimeSpan _quiet;
    private readonly Action _changed;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ITimer _settle;
    private readonly ITimer _poll;
    private string _known;
    private string? _settling;
    private bool _disposed;

    public FileWatch(IReadOnlyList<string> paths, GroomingSignalsOptions options, TimeProvider time, ILogger logger, bool listen, Action changed)
    {
        (_paths, _quiet, _changed) = (paths, options.ReloadQuietTime, changed);
        _known = FileFingerprint.Of(paths);
        _settle = time.CreateTimer(_ => Settle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll = time.CreateTimer(_ => Look(), null, options.ReloadPollInterval, options.ReloadPollInterval);
        foreach (string folder in listen ? paths.Select(FolderOf).Distinct(StringComparer.Ordinal) : [])
        {
            try
            {
                Watch(folder);
            }
            catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
            {
                Log.WatchFailed(logger, e.GetType().Name, options.ReloadPollInterval.TotalSeconds);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
        }

        _watchers.ForEach(w => w.Dispose());
        _settle.Dispose();
        _poll.Dispose();
    }

    private static string FolderOf(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : Path.GetDirectoryName(Path.GetFullPath(path))!;

    private void Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder);
        watcher.Changed += (_, _) => Look();
        watcher.Created += (_, _) => Look();
        watcher.Deleted += (_, _) => Look();
        watcher.Renamed += (_, _) => Look();
        watcher.Error += (_, _) => Look();
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    /// <summary>Looks whether something is new, and if so waits for quiet.</summary>
    private void Look()
    {
        lock (_lock)
        {
            string now = FileFingerprint.Of(_paths);
            if (_disposed || string.Equals(now, _settling ?? _known, StringComparison.Ordinal))
            {
                return;
            }

            _settling = now;
            _settle.Change(_quiet, Timeout.InfiniteTimeSpan);
        }
    }

    private void Settle()
    {
        lock (_lock)
        {
            string now = FileFingerprint.Of(_paths);
            if (_disposed || _settling is null)
            {
                return;
            }

            if (!string.Equals(now, _settling, StringComparison.Ordinal))
            {
                _settling = now;
                _settle.Change(_quiet, Timeout.InfiniteTimeSpan);
                return;
            }

            _settling = null;
            if (string.Equals(now, _known, StringComparison.Ordinal))
            {
                return;
            }

            _known = now;
        }

        _changed();
    }
}
