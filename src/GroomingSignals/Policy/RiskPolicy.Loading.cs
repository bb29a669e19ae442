using System.Collections.Immutable;
using GroomingSignals.Policy.Loading;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.Rules;

namespace GroomingSignals.Policy;

public sealed partial record RiskPolicy
{
    private static readonly Lazy<RiskPolicy> BuiltIn = new(PolicyFile.BuiltIn);

    /// <summary>The policy that is used when no other is given. Its numbers stand in for those that another policy leaves out.</summary>
    public static RiskPolicy Default => BuiltIn.Value;

    /// <summary>Loads a policy from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="RulePackException">The file cannot be read or has problems, all of which are listed.</exception>
    public static RiskPolicy Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var diagnostics = new Diagnostics();
        var source = PackFiles.Read(path, diagnostics);
        diagnostics.ThrowIfErrors();
        return PolicyFile.Parse(source!, Default);
    }

    /// <summary>Reads a policy from text.</summary>
    /// <param name="yaml">The policy.</param>
    /// <param name="fileName">What diagnostics call the text.</param>
    /// <exception cref="ArgumentException"><paramref name="yaml"/> is null, or <paramref name="fileName"/> null or empty.</exception>
    /// <exception cref="RulePackException">The policy has problems, all of which are listed.</exception>
    public static RiskPolicy Parse(string yaml, string fileName)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        return PolicyFile.Parse(PackFiles.Source(fileName, yaml), Default);
    }

    /// <summary>What only the loaded rules can tell of a policy, as warnings: a policy may serve several sets of packs.</summary>
    /// <param name="rules">The rules.</param>
    internal ImmutableArray<PackDiagnostic> Check(RuleSet rules) => OverrideCheck.Of(this, rules);
}
