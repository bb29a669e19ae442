using System.Globalization;
using GroomingSignals.Tracking;

namespace GroomingSignals.Hosting;

/// <summary>Refuses ids that a store could not keep apart: a lone surrogate has no UTF-8, and a NUL ends a text for some readers of a database.</summary>
internal static class IdGuard
{
    /// <param name="id">The id.</param>
    /// <param name="what">Whose it is.</param>
    /// <param name="parameter">The parameter that holds it.</param>
    /// <param name="index">Where in the list of that parameter; -1 when it is none.</param>
    public static string Check(string? id, string what, string parameter, int index = -1)
    {
        ArgumentNullException.ThrowIfNull(id, parameter);
        if (id.Length == 0)
        {
            throw new ArgumentException($"{Place(parameter, index)} {what} id is empty.", parameter);
        }

        if (id.Length > Room.IdLength)
        {
            throw new ArgumentException($"{Place(parameter, index)} {what} id is longer than {Room.IdLength} UTF-16 code units.", parameter);
        }

        for (int i = 0; i < id.Length; i++)
        {
            char c = id[i];
            if (c == '\0')
            {
                throw new ArgumentException($"{Place(parameter, index)} {what} id holds a NUL.", parameter);
            }

            if (!char.IsSurrogate(c))
            {
                continue;
            }

            if (!char.IsHighSurrogate(c) || i + 1 == id.Length || !char.IsLowSurrogate(id[++i]))
            {
                throw new ArgumentException($"{Place(parameter, index)} {what} id is not well-formed UTF-16.", parameter);
            }
        }

        return id;
    }

    private static string Place(string list, int index) => index < 0 ? "The" : string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]: the");
}
