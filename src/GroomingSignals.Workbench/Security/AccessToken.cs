using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GroomingSignals.Workbench.Security;

/// <summary>The secret in the page's address: who cannot read the terminal cannot open the page. It lives as long as the process.</summary>
internal sealed class AccessToken
{
    private const int Bytes = 32;

    private readonly byte[] _text;

    private AccessToken(string text)
    {
        Text = text;
        _text = Encoding.ASCII.GetBytes(text);
    }

    public string Text { get; }

    public static AccessToken Create() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Compares in a time that does not tell how much was right.</summary>
    public bool Is(ReadOnlySpan<char> candidate)
    {
        Span<byte> bytes = stackalloc byte[_text.Length];
        return candidate.Length == _text.Length
            && Encoding.ASCII.TryGetBytes(candidate, bytes, out int written)
            && CryptographicOperations.FixedTimeEquals(bytes[..written], _text);
    }
}
