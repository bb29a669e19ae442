using System.Globalization;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Spans of time as packs write them: <c>30m</c>, <c>12h</c>, <c>7d</c>, <c>4w</c>.</summary>
internal static class Durations
{
    private const long MostMinutes = 10L * 366 * 24 * 60;

    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        long unit = text.Length < 2 ? 0 : text[^1] switch
        {
            'm' => 1,
            'h' => 60,
            'd' => 24 * 60,
            'w' => 7 * 24 * 60,
            _ => 0,
        };
        if (unit == 0
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            || count == 0 || count * unit > MostMinutes)
        {
            return false;
        }

        span = TimeSpan.FromTicks(count * unit * TimeSpan.TicksPerMinute);
        return true;
    }
}
