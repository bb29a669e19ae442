namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>Files of the repository, found from where the tests run.</summary>
internal static class RepositoryFile
{
    public static string Path(string relative)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "GroomingSignals.sln")))
            {
                return System.IO.Path.Combine(folder.FullName, relative);
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
