using System.Text.RegularExpressions;

namespace GroomingSignals.Tests.Architecture;

/// <summary>The checked-out sources, found from where the test assembly lies.</summary>
internal static partial class RepositoryTree
{
    public static string Root { get; } = FindRoot();

    public static string Core => Path.Combine(Root, "src", "GroomingSignals");

    /// <summary>All C# files under a folder, without build output.</summary>
    public static IEnumerable<string> SourceFiles(string folder) => Files(folder, "*.cs");

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !IsBuildOutput(file))
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories)
            .Where(directory => !IsBuildOutput(directory));

    /// <summary>A file's text without comments, so that a mention in prose is no dependency.</summary>
    public static string Code(string file) => WithoutComments(File.ReadAllText(file));

    public static string WithoutComments(string source) => Comment().Replace(source, " ");

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsBuildOutput(string path) =>
        Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)
            .Any(part => part is "bin" or "obj" or "artifacts" or "node_modules" or "BenchmarkDotNet.Artifacts");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GroomingSignals.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("GroomingSignals.sln is in no folder above the test assembly: run the tests from a checkout.");
    }

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
