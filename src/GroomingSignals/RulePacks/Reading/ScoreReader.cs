using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads <c>score:</c>.</summary>
internal sealed class ScoreReader(ValueReader values)
{
    /// <summary>The most that one match may add: six log-odds take a risk of 0.05 to 0.95.</summary>
    internal const int MaximumLogOdds = 6_000_000;

    private const int MaximumCap = 60_000_000;
    private static readonly TimeSpan DefaultHalfLife = TimeSpan.FromDays(30);

    public RuleScore? Read(Fields fields)
    {
        var logOdds = fields.Needed("logOdds") is { } node ? LogOdds(node) : null;
        int? repeat = Optional(fields, "repeat", 0);
        int? cap = Optional(fields, "cap", (logOdds ?? 0) + (3 * (repeat ?? 0)));
        if (fields.Node("cap") is { } capNode && cap is { } most && logOdds is { } first && most < first)
        {
            values.Error(DiagnosticIds.Score, capNode, "'cap' is below 'logOdds': the first match alone would pass it.");
        }

        var halfLifeNode = fields.Node("halfLife");
        TimeSpan? halfLife = halfLifeNode switch
        {
            null => DefaultHalfLife,
            YamlScalar { Value: "never" } => null,
            _ => values.Duration(halfLifeNode, "'halfLife' (or never)"),
        };
        fields.Done();
        return logOdds is null || repeat is null || cap is null
            ? null
            : new RuleScore(logOdds.Value, repeat.Value, cap.Value, halfLife is { } span ? (long)span.TotalSeconds : null);
    }

    /// <summary>A rule's log-odds: above 0, at most 6. Overrides of a policy say it too.</summary>
    public int? LogOdds(YamlNode node)
    {
        if (values.Micros(node, "'logOdds'") is not { } micros)
        {
            return null;
        }

        if (micros is > 0 and <= MaximumLogOdds)
        {
            return micros;
        }

        values.Error(DiagnosticIds.Score, node, "'logOdds' must be above 0 and at most 6.");
        return null;
    }

    private int? Optional(Fields fields, string name, int otherwise)
    {
        if (fields.Node(name) is not { } node)
        {
            return otherwise;
        }

        if (values.Micros(node, $"'{name}'") is not { } micros)
        {
            return null;
        }

        if (micros is >= 0 and <= MaximumCap)
        {
            return micros;
        }

        values.Error(DiagnosticIds.Score, node, $"'{name}' must be 0 or more, at most 60.");
        return null;
    }
}
