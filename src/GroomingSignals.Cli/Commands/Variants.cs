using GroomingSignals.RulePacks.Testing;

namespace GroomingSignals.Cli.Commands;

/// <summary>The obfuscations of rule tests, for composed samples.</summary>
internal static class Variants
{
    public static string[] Names { get; } = [.. RuleTestReader.Variants.Names];

    /// <summary>What an obfuscation does to a cue fragment; null for no name.</summary>
    public static Func<string, string>? Transform(string? name) =>
        name is not null && RuleTestReader.Variants.Find(name) is { } variant ? cue => ObfuscationWriter.Write(variant, cue) : null;
}
