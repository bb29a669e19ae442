using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ModerationService.Keys;

/// <summary>A new key: shown once, then only its <see cref="Entry"/> is kept.</summary>
/// <param name="Text">"gs", an id of 12 hexadecimal digits, and a secret of 32 random bytes, with dots between.</param>
/// <param name="Entry">What is kept.</param>
internal sealed record ApiKey(string Text, KeyEntry Entry)
{
    public static ApiKey Make(string tenant)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        string text = $"gs.{id}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        return new ApiKey(text, new KeyEntry(tenant, id, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
    }
}
