using System.Security.Cryptography;
using System.Text;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;

namespace GroomingSignals.Workbench.Settings;

/// <summary>The hash of a policy file as the policy that is loaded from it has it, whether or not it loads.</summary>
internal static class PolicyFileHash
{
    /// <summary>The SHA-256 in lower-case hexadecimal; null when the file cannot be read.</summary>
    public static string? Of(string path) =>
        PackFiles.Read(path, new Diagnostics()) is { } source ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.Text))) : null;
}
