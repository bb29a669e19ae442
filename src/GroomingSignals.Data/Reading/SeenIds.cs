using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GroomingSignals.Data.Reading;

/// <summary>Which ids were seen, as the first 128 bits of a SHA-256: 16 bytes an id however long it is, and no collisions to fear.</summary>
internal sealed class SeenIds
{
    private readonly HashSet<UInt128> _seen = [];

    public bool Add(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        return _seen.Add(MemoryMarshal.Read<UInt128>(hash));
    }
}
