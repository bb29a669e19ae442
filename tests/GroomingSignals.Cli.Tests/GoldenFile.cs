using System.Runtime.CompilerServices;

namespace GroomingSignals.Cli.Tests;

/// <summary>Compares with a checked-in file. What differs is written beside it as <c>*.received.txt</c>, to be read and moved over it.</summary>
internal static class GoldenFile
{
    public static void ShouldMatch(string actual, string name, [CallerFilePath] string caller = "")
    {
        string folder = Path.Combine(Root(caller), "Golden");
        string expected = Path.Combine(folder, name + ".txt");
        string received = Path.Combine(folder, name + ".received.txt");
        if (File.Exists(expected) && string.Equals(File.ReadAllText(expected), actual, StringComparison.Ordinal))
        {
            return;
        }

        File.WriteAllText(received, actual);
        actual.Should().Be(File.Exists(expected) ? File.ReadAllText(expected) : "", "it is what {0} holds", expected);
    }

    private static string Root(string caller)
    {
        string? folder = Path.GetDirectoryName(caller);
        while (folder is not null && !File.Exists(Path.Combine(folder, "GroomingSignals.Cli.Tests.csproj")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The folder of the tests was not found.");
    }
}
