using System.Globalization;

namespace GroomingSignals.Data.Pan12;

/// <summary>Times of day of one conversation, put on days that are counted from 2000-01-01.</summary>
internal sealed class Pan12Clock
{
    private const int MinutesADay = 24 * 60;

    private static readonly DateTimeOffset FirstDay = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private int? _last;
    private int _day;

    /// <summary>The time of the next message; null when it is not <c>HH:MM</c>.</summary>
    public DateTimeOffset? Read(string time)
    {
        int colon = time.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || time.Length != colon + 3
            || !int.TryParse(time.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out int hour)
            || !int.TryParse(time.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int minute)
            || hour > 23 || minute > 59)
        {
            return null;
        }

        int now = (hour * 60) + minute;
        _day += now < _last - (MinutesADay / 2) ? 1 : 0;
        _last = now;
        return FirstDay.AddDays(_day).AddMinutes(now);
    }
}
