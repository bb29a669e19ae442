namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Makes a new file that its owner alone may read; on Windows it has the rights of its folder.</summary>
internal static class OwnFile
{
    /// <summary>Does nothing when there is one. It never opens one that is there, which would give up SQLite's locks on it.</summary>
    public static void Make(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            new FileStream(path, options).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else has just made it, or whoever opens it says why it cannot be made.
        }
    }
}
