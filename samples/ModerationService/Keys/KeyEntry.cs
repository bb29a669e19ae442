namespace ModerationService.Keys;

/// <summary>An API key as it is kept: whose it is, by which name it is found, and the SHA-256 of the whole key in lower-case hexadecimal. The key itself is nowhere.</summary>
internal sealed record KeyEntry(string Tenant, string Id, string Sha256);
