namespace GroomingSignals.Cli.Commands;

/// <summary>Where the built-in pack is written: its tests are in the repository, not in the tool.</summary>
internal static class BuiltInFolder
{
    private static readonly string Place = Path.Combine("src", "GroomingSignals", "RulePacks", "ncmec-en");

    /// <summary>The folder, looked for upwards from the current one; null outside the repository.</summary>
    public static string? Find()
    {
        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, Place);
            if (Directory.Exists(candidate))
            {
                return Path.GetRelativePath(Directory.GetCurrentDirectory(), candidate);
            }
        }

        return null;
    }
}
