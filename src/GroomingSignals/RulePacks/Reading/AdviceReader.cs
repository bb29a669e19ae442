using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads <c>advice:</c>.</summary>
internal sealed class AdviceReader(PackScope scope)
{
    public static Choices<Tactic> Tactics { get; } = Choices<Tactic>.Of(Enum.GetValues<Tactic>(), Taxonomy.Id);

    public void Read(YamlEntry entry)
    {
        var tactic = scope.Values.OneOf(entry.Key, "a tactic", Tactics);
        bool defined = tactic is not null && scope.Take(entry.Key, $"advice {entry.Name}");
        if (scope.Values.Mapping(entry.Value, $"advice '{entry.Name}'") is not { } mapping)
        {
            return;
        }

        var fields = new Fields(mapping, scope.Values, $"advice '{entry.Name}'");
        string? atRisk = fields.NeededText("atRisk");
        string? reviewer = fields.NeededText("reviewer");
        string? source = fields.NeededText("source");
        fields.Done();
        if (defined && atRisk is not null && reviewer is not null && source is not null)
        {
            scope.Contents.Advice.Add(tactic!.Value, new RuleAdvice(atRisk, reviewer, source));
        }
    }
}
