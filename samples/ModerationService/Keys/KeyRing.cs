using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Primitives;
using ModerationService.Start;

namespace ModerationService.Keys;

/// <summary>
/// Tells tenants by their keys. A key is found by its id and then compared by its hash in constant time; one whose id is unknown is compared too, so
/// that the time tells nothing. The secret has 256 random bits, so that a plain hash is as good as a slow one.
/// </summary>
internal sealed class KeyRing
{
    private const int LongestKey = 256;

    private readonly Dictionary<string, Known> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Known _nobody = new("", new byte[SHA256.HashSizeInBytes]);

    /// <summary>Makes a ring.</summary>
    /// <exception cref="InvalidOperationException">An entry is not usable; the message says which.</exception>
    public KeyRing(IEnumerable<KeyEntry> entries)
    {
        foreach (var entry in entries)
        {
            byte[] hash = entry.Sha256.Length == 2 * SHA256.HashSizeInBytes && entry.Sha256.All(char.IsAsciiHexDigit) ? Convert.FromHexString(entry.Sha256) : [];
            if (entry.Tenant.Length == 0 || entry.Id.Length == 0 || hash.Length == 0 || !_byId.TryAdd(entry.Id, new Known(entry.Tenant, hash)))
            {
                throw new InvalidOperationException($"ApiKeys: the entry with id '{entry.Id}' needs a tenant, an id of its own, and the SHA-256 of its key in 64 hexadecimal digits.");
            }
        }

        _lookup = _byId.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool IsEmpty => _byId.Count == 0;

    /// <summary>The tenants that have a key.</summary>
    public IEnumerable<string> Tenants => _byId.Values.Select(k => k.Tenant).Distinct(StringComparer.Ordinal);

    /// <summary>Reads the keys of the configuration; a service without any makes one and shows it.</summary>
    public static KeyRing Of(IConfiguration configuration, out ApiKey? made)
    {
        KeyEntry[] entries =
        [
            .. configuration.GetSection(KnownSettings.Keys).GetChildren().Select(e => new KeyEntry(e["tenant"] ?? "", e["id"] ?? "", e["sha256"] ?? "")),
        ];
        made = entries.Length == 0 ? ApiKey.Make("default") : null;
        return new KeyRing(made is null ? entries : [made.Entry]);
    }

    /// <summary>The tenant of a request; null when it has no key that is known.</summary>
    /// <remarks>
    /// HTTP/1 serves one request of a connection at a time, and the server keeps the text of a header that is sent again: what has been found for that very
    /// text is not computed again. The hash was a fiftieth of what a request costs on SQLite.
    /// </remarks>
    public string? TenantOf(HttpContext context) =>
        TenantOf(context.Request.Headers, HttpProtocol.IsHttp11(context.Request.Protocol) ? context.Features.Get<IConnectionItemsFeature>()?.Items : null);

    /// <summary>The tenant of a request, from <c>Authorization: Bearer</c> or <c>X-Api-Key</c>; null when it has no key that is known.</summary>
    /// <param name="headers">The headers of the request.</param>
    /// <param name="connection">What is kept with the connection, by one request at a time; null for none.</param>
    public string? TenantOf(IHeaderDictionary headers, IDictionary<object, object?>? connection = null)
    {
        const string Bearer = "Bearer ";
        StringValues authorization = headers.Authorization;
        if (authorization.Count != 1 || authorization[0] is not { } header || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return headers.TryGetValue("X-Api-Key", out var own) && own.Count == 1 ? TenantOf(own[0]) : null;
        }

        // The same object, not an equal text: nothing here compares secrets.
        if (connection is not null && connection.TryGetValue(this, out object? last) && last is Proven proven && ReferenceEquals(proven.Header, header))
        {
            return proven.Tenant;
        }

        string? tenant = TenantOf(header.AsSpan(Bearer.Length));
        if (tenant is not null && connection is not null)
        {
            connection[this] = new Proven(header, tenant);
        }

        return tenant;
    }

    private string? TenantOf(ReadOnlySpan<char> key)
    {
        key = key.Trim();
        if (key.IsEmpty || key.Length > LongestKey)
        {
            return null;
        }

        int from = key.IndexOf('.') + 1;
        int length = key[from..].IndexOf('.');
        var known = length > 0 && _lookup.TryGetValue(key.Slice(from, length), out var found) ? found : _nobody;
        Span<byte> bytes = stackalloc byte[LongestKey * 3];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], hash);
        return CryptographicOperations.FixedTimeEquals(hash, known.Hash) && !ReferenceEquals(known, _nobody) ? known.Tenant : null;
    }

    private sealed record Known(string Tenant, byte[] Hash);

    /// <summary>A header whose key was found.</summary>
    private sealed record Proven(string Header, string Tenant);
}
