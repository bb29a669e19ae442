using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Output;

/// <summary>One line on a terminal that is drawn over a few times a second: conversations, bytes of the inputs, rate.</summary>
internal sealed class ProgressLine(TextWriter error, TimeProvider time, long? totalBytes, bool enabled)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _last;
    private bool _drawn;

    public void Update(long conversations, long bytes)
    {
        if (!enabled)
        {
            return;
        }

        TimeSpan elapsed = time.GetElapsedTime(_start);
        if (elapsed - _last < Pause)
        {
            return;
        }

        _last = elapsed;
        _drawn = true;
        error.Write("\r\u001B[K" + Text(conversations, bytes, elapsed));
        error.Flush();
    }

    /// <summary>Takes the line away, before something else is written or at the end.</summary>
    public void Clear()
    {
        if (_drawn)
        {
            error.Write("\r\u001B[K");
            error.Flush();
            _drawn = false;
        }
    }

    internal string Text(long conversations, long bytes, TimeSpan elapsed)
    {
        double seconds = Math.Max(elapsed.TotalSeconds, 1e-3);
        string share = totalBytes is { } total && total > 0
            ? $" of {Figures.Bytes(total)} ({Figures.Count(Math.Min(100, bytes * 100 / total))} %)"
            : "";
        return $"{Figures.Counted(conversations, "conversation")}, {Figures.Bytes(bytes)}{share}, " +
            $"{Figures.Count((long)(conversations / seconds))}/s, {Figures.Bytes((long)(bytes / seconds))}/s";
    }
}
