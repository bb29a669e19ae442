namespace ModerationService.Tests;

/// <summary>Finds files of the repository from the folder in which the tests run.</summary>
internal static class RepositoryFile
{
    public static string Path(string relative)
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !Directory.Exists(System.IO.Path.Combine(directory.FullName, "data-schemas")))
        {
            directory = directory.Parent;
        }

        return System.IO.Path.Combine(directory!.FullName, relative);
    }
}
