using System.IO.Compression;

namespace GroomingSignals.Packaging.Tests.Packages;

/// <summary>
/// The core, packed once from a copy of the sources. The copy stands in a repository whose remote is the project's
/// address, so that what the package says does not depend on where, or whether, this checkout has a remote.
/// </summary>
public sealed class PackedCore : IDisposable
{
    internal const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly string[] RootFiles =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig", ".gitignore", "README.md", "LICENSE"];

    private static readonly string[] Folders =
        ["eng", "data-schemas", "src/GroomingSignals", "tests/GroomingSignals.Packaging.Tests/PublicApi"];

    private readonly TemporaryFolder folder = new();

    /// <summary>Copies the sources and packs the core.</summary>
    public PackedCore()
    {
        CopySources();
        WriteRepository();
        DotnetCommand.Run(
            folder.Combine("source", "src", "GroomingSignals"),
            "pack", "-c", "Release", "-o", PackageFolder, "-warnaserror", "-p:ContinuousIntegrationBuild=true", "-v", "minimal");
        Package = Directory.GetFiles(PackageFolder, "*.nupkg").Single();
        Symbols = Directory.GetFiles(PackageFolder, "*.snupkg").Single();
    }

    internal string PackageFolder => folder.Combine("packages");

    internal string Package { get; }

    internal string Symbols { get; }

    internal string Version => Path.GetFileNameWithoutExtension(Package)["GroomingSignals.".Length..];

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    internal static string[] EntriesOf(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    internal static byte[] Read(string package, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream stream = archive.GetEntry(entry)?.Open()
            ?? throw new FileNotFoundException($"{Path.GetFileName(package)} has no {entry}.");
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private void CopySources()
    {
        IEnumerable<string> inFolders = Folders.Select(part => RepositoryRoot.File(part.Split('/')))
            .Where(Directory.Exists)
            .SelectMany(part => Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
        foreach (string file in RootFiles.Concat(inFolders))
        {
            string target = folder.Combine("source", file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(RepositoryRoot.File(file), target);
        }
    }

    /// <summary>As much of a repository as SourceLink reads: it needs no git.</summary>
    private void WriteRepository()
    {
        folder.Write("source/.git/HEAD", Commit + "\n");
        folder.Write("source/.git/config", """
            [core]
            	repositoryformatversion = 0
            [remote "origin"]
            	url = https://github.com/grooming-signals/grooming-signals.git
            """);
        Directory.CreateDirectory(folder.Combine("source", ".git", "objects"));
        Directory.CreateDirectory(folder.Combine("source", ".git", "refs"));
    }
}
