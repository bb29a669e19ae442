using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using GroomingSignals.RulePacks.Binding;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Reading;

namespace GroomingSignals.RulePacks;

/// <summary>A rule pack: data that says what words to look for, what they mean together, and how much that says. Immutable.</summary>
public sealed class RulePack
{
    /// <summary>The id of the built-in pack, known without reading it.</summary>
    internal const string BuiltInId = "ncmec-en";

    private static readonly Lazy<RulePack> LazyBuiltIn = new(LoadBuiltIn);

    private readonly PackHeader _header;

    private RulePack(PackHeader header, PackContents contents, string hash, ImmutableArray<PackDiagnostic> warnings, string file)
    {
        _header = header;
        Contents = contents;
        Hash = hash;
        Warnings = warnings;
        File = file;
    }

    /// <summary>The English pack that comes with the library, <c>ncmec-en</c>.</summary>
    public static RulePack BuiltIn => LazyBuiltIn.Value;

    /// <summary>Reads the built-in pack anew: what the first use of <see cref="BuiltIn"/> costs.</summary>
    internal static RulePack LoadBuiltIn() => Read(PackFiles.BuiltIn());

    /// <summary>The id.</summary>
    public string Id => _header.Id;

    /// <summary>The semantic version.</summary>
    public string Version => _header.Version;

    /// <summary>What the pack is; empty when it does not say.</summary>
    public string Description => _header.Description;

    /// <summary>The languages for which its phrases are written.</summary>
    public ImmutableArray<string> Languages => _header.Languages;

    /// <summary>The titles or addresses of its sources.</summary>
    public ImmutableArray<string> References => _header.References;

    /// <summary>The SHA-256 of the names and the contents of its files, in lower case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>What somebody should look at, though the pack loads.</summary>
    public ImmutableArray<PackDiagnostic> Warnings { get; }

    internal PackContents Contents { get; }

    /// <summary>The file, or the first of them, as the caller named it.</summary>
    internal string File { get; }

    /// <summary>Loads a pack.</summary>
    /// <param name="path">A file, or a folder whose <c>.yaml</c> files, but for those that end in <c>.tests.yaml</c>, make the pack.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="RulePackException">The pack has problems, all of which are listed.</exception>
    public static RulePack Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var diagnostics = new Diagnostics();
        var sources = PackFiles.Load(path, diagnostics);
        diagnostics.ThrowIfErrors();
        return Read(sources);
    }

    /// <summary>Reads a pack of one file.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="fileName">The name of the file, for diagnostics.</param>
    /// <exception cref="ArgumentException"><paramref name="yaml"/> is null, or <paramref name="fileName"/> null or empty.</exception>
    /// <exception cref="RulePackException">The pack has problems, all of which are listed.</exception>
    public static RulePack Parse(string yaml, string fileName)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        return Read([PackFiles.Source(fileName, yaml)]);
    }

    private static RulePack Read(IReadOnlyList<PackSource> sources)
    {
        var diagnostics = new Diagnostics();
        var read = new PackReader(diagnostics).Read(sources);
        if (read is { } pack)
        {
            PackCheck.Run(pack.Contents, diagnostics);
        }

        diagnostics.ThrowIfErrors();
        var (header, contents) = read!.Value;
        return new RulePack(header, contents, HashOf(sources), diagnostics.Sorted(), sources[0].File);
    }

    private static string HashOf(IEnumerable<PackSource> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in sources)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(source.Name));
            hash.AppendData([0]);
            hash.AppendData(Encoding.UTF8.GetBytes(source.Text));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
