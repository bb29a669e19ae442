using GroomingSignals.Cli.Rendering;
using GroomingSignals.Evaluation;

namespace GroomingSignals.Cli.Output;

/// <summary>One line on a terminal that is drawn over a few times a second: the stage, how much is done, and about how long the rest takes.</summary>
internal sealed class StageLine(TextWriter error, TimeProvider time, bool enabled) : IProgress<StageProgress>
{
    /// <summary>What is done by then says too little of the rest.</summary>
    private const double TooEarly = 0.02;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan? _last;
    private bool _drawn;

    public void Report(StageProgress value)
    {
        if (!enabled)
        {
            return;
        }

        // Stages report from whichever thread they run on.
        lock (_lock)
        {
            TimeSpan elapsed = time.GetElapsedTime(_start);
            if (elapsed - _last < Pause)
            {
                return;
            }

            _last = elapsed;
            _drawn = true;
            error.Write("\r\u001B[K" + VisibleText.Of(Text(value, elapsed)));
            error.Flush();
        }
    }

    /// <summary>Takes the line away, before something else is written or at the end.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_drawn)
            {
                error.Write("\r\u001B[K");
                error.Flush();
                _drawn = false;
            }
        }
    }

    internal static string Text(StageProgress progress, TimeSpan elapsed)
    {
        double done = Math.Clamp(progress.Done, 0, 1);
        string left = done < TooEarly ? "" : $", about {Figures.Duration(elapsed * ((1 - done) / done))} left";
        return $"{progress.Stage}, {Figures.Percent(done)}{left}";
    }
}
