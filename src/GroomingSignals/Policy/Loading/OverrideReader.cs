using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.Policy.Loading;

/// <summary>Reads <c>overrides:</c>.</summary>
internal sealed class OverrideReader(ValueReader values)
{
    public ImmutableArray<RuleOverride> Read(YamlNode? node)
    {
        if (node is null || values.Mapping(node, "'overrides'") is not { } mapping)
        {
            return [];
        }

        var overrides = ImmutableArray.CreateBuilder<RuleOverride>();
        foreach (var entry in mapping.Entries)
        {
            if (!RuleReader.IsRuleId(entry.Name))
            {
                values.Error(DiagnosticIds.BadFormat, entry.Key, $"'{entry.Name}' is not a rule id: letters-letters-digits, such as GS-SEC-001.");
            }

            if (values.Mapping(entry.Value, $"override '{entry.Name}'") is { } inner && One(entry, inner) is { } change)
            {
                overrides.Add(change);
            }
        }

        return overrides.DrainToImmutable();
    }

    private RuleOverride? One(YamlEntry entry, YamlMapping mapping)
    {
        var fields = new Fields(mapping, values, $"override '{entry.Name}'");
        var mode = fields.OneOf("mode", RuleReader.Modes);
        int? points = Points(fields);
        string? reason = fields.NeededText("reason");
        var expires = fields.Node("expires") is { } date ? Date(date) : null;
        if (fields.Node("mode") is null && fields.Node("logOdds") is null)
        {
            values.Error(DiagnosticIds.NoChange, entry.Key, "An override changes 'mode', 'logOdds' or both.");
        }

        fields.Done();
        return reason is null ? null : new RuleOverride(entry.Name, mode, points, reason, expires) { Position = entry.Key.Position };
    }

    /// <summary>Above 0, as in a rule: what should add nothing is <c>mode: shadow</c>.</summary>
    private int? Points(Fields fields)
    {
        if (LogOddsReader.Read(values, fields, "logOdds", 0, 6) is not { } points)
        {
            return null;
        }

        if (points == 0)
        {
            values.Error(DiagnosticIds.BadNumber, fields.Node("logOdds")!, "'logOdds' must be above 0; a rule that should add nothing has 'mode: shadow'.");
        }

        return points;
    }

    private DateOnly? Date(YamlNode node)
    {
        if (node is YamlScalar scalar && DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        values.Error(DiagnosticIds.BadFormat, node, "'expires' is a date such as 2027-03-01: the first day on which the override no longer applies.");
        return null;
    }
}
