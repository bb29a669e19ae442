namespace GroomingSignals.Evaluation.Tests;

/// <summary>Files of the repository, found from the test assembly upwards.</summary>
internal static class RepositoryFile
{
    public static string Path(string relative)
    {
        DirectoryInfo directory = new(AppContext.BaseDirectory);
        while (!Directory.Exists(System.IO.Path.Combine(directory.FullName, "data-schemas")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds data-schemas.");
        }

        return System.IO.Path.Combine(directory.FullName, relative);
    }
}
