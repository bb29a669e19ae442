namespace GroomingSignals.Evaluation.Tests;

/// <summary>Compares with a checked-in file of the test project that runs. What differs is written beside it as <c>*.received.txt</c>, to be read and moved over it.</summary>
internal static class GoldenFile
{
    public static void ShouldMatch(string actual, string name)
    {
        string folder = Path.Combine(Root(), "Golden");
        string expected = Path.Combine(folder, name + ".txt");
        string received = Path.Combine(folder, name + ".received.txt");
        if (File.Exists(expected) && string.Equals(File.ReadAllText(expected), actual, StringComparison.Ordinal))
        {
            return;
        }

        File.WriteAllText(received, actual);
        actual.Should().Be(File.Exists(expected) ? File.ReadAllText(expected) : "", "it is what {0} holds", expected);
    }

    /// <summary>From the folder of the built tests upwards: in a deterministic build the path of a source file is no path of this machine.</summary>
    private static string Root()
    {
        string project = typeof(GoldenFile).Assembly.GetName().Name + ".csproj";
        string? folder = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder, project)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The folder of the tests was not found.");
    }
}
