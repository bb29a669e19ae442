namespace GroomingSignals.Data.Reading;

/// <summary>
/// Times in the extended format of ISO 8601: <c>2026-01-31T18:05[:07[.123]][Z|+hh[:mm]]</c>, a space for the T allowed, or a date alone.
/// Written out because <see cref="DateTimeOffset.TryParse(string?, out DateTimeOffset)"/> takes many other forms and hides a missing offset.
/// </summary>
internal static class IsoTime
{
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time, out bool offsetAssumed)
    {
        time = default;
        offsetAssumed = true;
        if (!Digits(ref text, 4, out int year) || !Sign(ref text, '-') || !Digits(ref text, 2, out int month)
            || !Sign(ref text, '-') || !Digits(ref text, 2, out int day))
        {
            return false;
        }

        int hour = 0;
        int minute = 0;
        int second = 0;
        long ticks = 0;
        int offsetMinutes = 0;
        if (text.Length > 0)
        {
            if (!(Sign(ref text, 'T') || Sign(ref text, 't') || Sign(ref text, ' '))
                || !Digits(ref text, 2, out hour) || !Sign(ref text, ':') || !Digits(ref text, 2, out minute)
                || !Seconds(ref text, out second, out ticks) || !Offset(text, out offsetMinutes, out offsetAssumed))
            {
                return false;
            }
        }

        // 60 is a leap second: it counts as the first second of the next minute.
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        long local = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified).Ticks + (second * TimeSpan.TicksPerSecond) + ticks;
        long utc = local - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (local > DateTime.MaxValue.Ticks || utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new DateTimeOffset(local, TimeSpan.FromMinutes(offsetMinutes));
        return true;
    }

    private static bool Seconds(ref ReadOnlySpan<char> text, out int second, out long ticks)
    {
        second = 0;
        ticks = 0;
        if (!Sign(ref text, ':'))
        {
            return true;
        }

        if (!Digits(ref text, 2, out second))
        {
            return false;
        }

        if (!Sign(ref text, '.') && !Sign(ref text, ','))
        {
            return true;
        }

        long unit = TimeSpan.TicksPerSecond;
        int length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            unit /= 10;
            ticks += (text[length] - '0') * unit;
            length++;
        }

        text = text[length..];
        return length > 0;
    }

    private static bool Offset(ReadOnlySpan<char> text, out int minutes, out bool assumed)
    {
        minutes = 0;
        assumed = text.Length == 0;
        if (assumed)
        {
            return true;
        }

        if (Sign(ref text, 'Z') || Sign(ref text, 'z'))
        {
            return text.Length == 0;
        }

        int sign = text[0] == '-' ? -1 : 1;
        if (!(Sign(ref text, '+') || Sign(ref text, '-')) || !Digits(ref text, 2, out int hour))
        {
            return false;
        }

        int minute = 0;
        if (text.Length > 0)
        {
            Sign(ref text, ':');
            if (!Digits(ref text, 2, out minute))
            {
                return false;
            }
        }

        minutes = sign * ((hour * 60) + minute);
        return text.Length == 0 && minute < 60 && Math.Abs(minutes) <= 14 * 60;
    }

    private static bool Digits(ref ReadOnlySpan<char> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count)
        {
            return false;
        }

        foreach (char digit in text[..count])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        text = text[count..];
        return true;
    }

    private static bool Sign(ref ReadOnlySpan<char> text, char sign)
    {
        bool found = text.Length > 0 && text[0] == sign;
        text = found ? text[1..] : text;
        return found;
    }
}
