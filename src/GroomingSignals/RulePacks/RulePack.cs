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
    private readonly ImmutableArray<PackDiagnostic> _warnings;

    /// <summary>The same pack with all checks, made when somebody asks for its warnings; null where the pack has been through them.</summary>
    private readonly Lazy<RulePack>? _checked;

    private RulePack(PackHeader header, PackContents contents, string hash, ImmutableArray<PackDiagnostic> warnings, string file, Lazy<RulePack>? whole)
    {
        _header = header;
        Contents = contents;
        Hash = hash;
        _warnings = warnings;
        File = file;
        _checked = whole;
    }

    /// <summary>The English pack that comes with the library, <c>ncmec-en</c>.</summary>
    public static RulePack BuiltIn => LazyBuiltIn.Value;

    /// <summary>Reads the built-in pack anew: what the first use of <see cref="BuiltIn"/> costs.</summary>
    /// <remarks>Every process that analyses starts with it, so that what its tests have checked is not checked again before somebody asks.</remarks>
    internal static RulePack LoadBuiltIn()
    {
        var sources = PackFiles.BuiltIn();
        return Read(sources, new Lazy<RulePack>(() => Read(sources)));
    }

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
    public ImmutableArray<PackDiagnostic> Warnings => _checked is null ? _warnings : _checked.Value._warnings;

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

    /// <summary>Reads a pack.</summary>
    /// <param name="sources">Its files.</param>
    /// <param name="whole">Makes the same pack with all checks, where they may wait; null to make them now.</param>
    private static RulePack Read(IReadOnlyList<PackSource> sources, Lazy<RulePack>? whole = null)
    {
        var diagnostics = new Diagnostics();
        var read = new PackReader(diagnostics, isTried: whole is not null).Read(sources);
        if (read is { } pack)
        {
            PackCheck.Run(pack.Contents, diagnostics, phrasesOnly: whole is not null);
        }

        diagnostics.ThrowIfErrors();
        var (header, contents) = read!.Value;
        return new RulePack(header, contents, HashOf(sources), diagnostics.Sorted(), sources[0].File, whole);
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
