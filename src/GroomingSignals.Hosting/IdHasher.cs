using System.Security.Cryptography;
using System.Text;

namespace GroomingSignals.Hosting;

/// <summary>
/// Replaces ids by keyed hashes: the first 16 bytes of HMAC-SHA256(key, UTF-8 of the tenant, one byte 0, UTF-8 of the id), written as 8-4-4-4-12
/// hexadecimal digits, a form that snapshots keep in 16 bytes. Without a key it gives ids back as they are.
/// </summary>
internal sealed class IdHasher(ReadOnlyMemory<byte>? key)
{
    private readonly byte[]? _key = key?.ToArray();

    public bool IsOn => _key is not null;

    public string Hash(string tenant, string id)
    {
        if (_key is null)
        {
            return id;
        }

        int length = Encoding.UTF8.GetMaxByteCount(tenant.Length) + 1 + Encoding.UTF8.GetMaxByteCount(id.Length);
        Span<byte> text = length <= 2048 ? stackalloc byte[length] : new byte[length];
        int at = Encoding.UTF8.GetBytes(tenant, text);
        text[at++] = 0;
        at += Encoding.UTF8.GetBytes(id, text[at..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, text[..at], hash);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }

    public ConversationKey Hash(ConversationKey key) => _key is null ? key : new ConversationKey(key.Tenant, Hash(key.Tenant, key.Conversation));
}
