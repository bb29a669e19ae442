using System.Security.Cryptography;
using System.Text;
using GroomingSignals.Assessment;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.Policy.Loading;

/// <summary>Reads a whole policy. What it leaves out is taken from another policy, in the end from the built-in one.</summary>
internal static class PolicyFile
{
    /// <summary>The embedded policy. It states everything, so that what it falls back on is empty.</summary>
    public static RiskPolicy BuiltIn()
    {
        return Parse(PackFiles.Embedded(typeof(PolicyFile).Assembly, "policies/default.yaml"), new RiskPolicy
        {
            Version = new PackVersion("", "", ""),
            Rules = new Thresholds(null, null, null),
            Tracks = [.. Enum.GetValues<Track>().Select(_ => new TrackPolicy(0, true, null, null))],
        });
    }

    /// <exception cref="RulePackException">The policy has problems, all of which are listed.</exception>
    public static RiskPolicy Parse(PackSource source, RiskPolicy fallback)
    {
        var diagnostics = new Diagnostics();
        var policy = YamlTree.Read(source.Text, source.File, diagnostics) is { } root ? Read(root, fallback, diagnostics) : fallback;
        diagnostics.ThrowIfErrors();
        return policy with { Version = policy.Version with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.Text))) } };
    }

    private static RiskPolicy Read(YamlNode root, RiskPolicy fallback, Diagnostics diagnostics)
    {
        var values = new ValueReader(diagnostics);
        if (values.Mapping(root, "a policy") is not { } mapping)
        {
            return fallback;
        }

        var fields = new Fields(mapping, values, "a policy");
        PackReader.CheckSchema(values, fields, "policy/1");
        var thresholds = new ThresholdReader(values);
        var version = Header(fields, values);
        double? prevalence = fields.Node("prevalence") is { } share ? thresholds.Share(share, "'prevalence'") : null;
        var (rules, fused) = thresholds.Scales(fields.Inner("thresholds"), fallback.Rules, fallback.Fused);
        var tracks = new TrackReader(values, thresholds).Read(fields.Inner("tracks"), fallback.Tracks);
        thresholds.CheckOrder(mapping, rules, fused, tracks);
        var limits = fields.Inner("limits");
        var policy = fallback with
        {
            Version = version,
            Prevalence = prevalence ?? (mapping.Find("prevalence") is null ? fallback.Prevalence : null),
            Rules = rules,
            Fused = fused,
            Scoring = new ScoringReader(values).Read(fields.Inner("scoring"), fallback.Scoring),
            Tracks = tracks,
            Tactics = new TacticReader(values, thresholds).Read(fields.Inner("tactics"), fallback.Tactics),
            Participants = new ParticipantReader(values, thresholds).Read(fields.Inner("participants"), fallback.Participants),
            Overrides = new OverrideReader(values).Read(fields.Node("overrides")),
            MessageCharacters = limits?.Integer("messageChars", 100, 1_000_000) ?? fallback.MessageCharacters,
            StateBytes = limits?.Integer("stateBytes", 2_048, 65_536) ?? fallback.StateBytes,
        };
        limits?.Done();
        fields.Done();
        return policy;
    }

    private static PackVersion Header(Fields fields, ValueReader values)
    {
        var header = fields.NeededInner("policy");
        string? id = header?.NeededText("id");
        string? version = header?.NeededText("version");
        header?.Text("description");
        header?.Done();
        if (id is not null && !PackScope.IsPackId(id))
        {
            values.Error(DiagnosticIds.BadFormat, header!.Mapping.Find("id")!.Value, "An id has lower case letters, digits and single dashes between them.");
        }

        if (version is not null && !PackReader.IsVersion(version))
        {
            values.Error(DiagnosticIds.BadFormat, header!.Mapping.Find("version")!.Value, "A version is a semantic version such as 1.2.0.");
        }

        return new PackVersion(id ?? "", version ?? "", "");
    }
}
