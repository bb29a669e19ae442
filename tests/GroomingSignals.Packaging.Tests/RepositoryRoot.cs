namespace GroomingSignals.Packaging.Tests;

/// <summary>The checkout, found from where the test assembly lies.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "GroomingSignals.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("GroomingSignals.sln is in no folder above the test assembly: run the tests from a checkout.");
    }
}
