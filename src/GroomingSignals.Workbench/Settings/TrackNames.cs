using GroomingSignals.Policy;

namespace GroomingSignals.Workbench.Settings;

/// <summary>The names of tracks in policies and on the page.</summary>
internal static class TrackNames
{
    private static readonly (string Name, string Title)[] Names =
    [
        ("adult-to-minor", "Adult to minor"),
        ("unknown-to-minor", "Unknown age to minor"),
        ("minor-to-minor", "Minor to minor"),
        ("unknown-to-unknown", "Unknown ages"),
        ("adult-to-adult", "Adult to adult"),
    ];

    public static string Of(Track track) => Names[(int)track].Name;

    /// <summary>As a heading says it.</summary>
    public static string Title(Track track) => Names[(int)track].Title;

    public static Track? Find(string? name)
    {
        int index = Array.FindIndex(Names, n => string.Equals(n.Name, name, StringComparison.Ordinal));
        return index < 0 ? null : (Track)index;
    }
}
