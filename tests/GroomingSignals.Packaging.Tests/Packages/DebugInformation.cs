using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace GroomingSignals.Packaging.Tests.Packages;

/// <summary>What an assembly and its portable symbols say about where they come from.</summary>
internal sealed class DebugInformation
{
    /// <summary>The kind under which the portable PDB format keeps SourceLink's map.</summary>
    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public DebugInformation(byte[] assembly, byte[] symbols)
    {
        using PEReader pe = new(ImmutableArray.Create(assembly));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(symbols));
        MetadataReader pdb = provider.GetMetadataReader();
        ImmutableArray<DebugDirectoryEntry> entries = pe.ReadDebugDirectory();
        Guid named = pe.ReadCodeViewDebugDirectoryData(entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView)).Guid;

        AssemblyNamesTheseSymbols = new BlobContentId(pdb.DebugMetadataHeader!.Id).Guid == named;
        IsReproducible = entries.Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        Documents = [.. pdb.Documents.Select(handle => pdb.GetString(pdb.GetDocument(handle).Name))];
        SourceLink = string.Concat(pdb.CustomDebugInformation.Select(pdb.GetCustomDebugInformation)
            .Where(information => pdb.GetGuid(information.Kind) == SourceLinkKind)
            .Select(information => Encoding.UTF8.GetString(pdb.GetBlobBytes(information.Value))));
    }

    public bool AssemblyNamesTheseSymbols { get; }

    public bool IsReproducible { get; }

    public ImmutableArray<string> Documents { get; }

    public string SourceLink { get; }
}
