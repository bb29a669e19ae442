using GroomingSignals.Tracking;

namespace GroomingSignals.Hosting;

/// <summary>Refuses ids that a store could not keep apart: a lone surrogate has no UTF-8, and a NUL ends a text for some readers of a database.</summary>
internal static class IdGuard
{
    public static string Check(string? id, string what, string parameter)
    {
        ArgumentNullException.ThrowIfNull(id, parameter);
        if (id.Length == 0)
        {
            throw new ArgumentException($"The {what} id is empty.", parameter);
        }

        if (id.Length > Room.IdLength)
        {
            throw new ArgumentException($"The {what} id is longer than {Room.IdLength} UTF-16 code units.", parameter);
        }

        for (int i = 0; i < id.Length; i++)
        {
            char c = id[i];
            if (c == '\0')
            {
                throw new ArgumentException($"The {what} id holds a NUL.", parameter);
            }

            if (!char.IsSurrogate(c))
            {
                continue;
            }

            if (!char.IsHighSurrogate(c) || i + 1 == id.Length || !char.IsLowSurrogate(id[++i]))
            {
                throw new ArgumentException($"The {what} id is not well-formed UTF-16.", parameter);
            }
        }

        return id;
    }
}
