namespace GroomingSignals.Assessment;

/// <summary>Which pack or policy was used.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">The SHA-256 of its content, in lower-case hexadecimal.</param>
public sealed record PackVersion(string Id, string Version, string Hash);
