using System.Collections.Immutable;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Templates;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads <c>numbers:</c>.</summary>
internal sealed class NumberReader(PackScope scope, PhraseReader phrases)
{
    /// <summary>The slot that stands for the number.</summary>
    internal const string NumberSlot = "n";

    private static readonly Choices<NumberKind> Kinds =
        new(("age", NumberKind.Age), ("school-year", NumberKind.SchoolYear), ("quantity", NumberKind.Quantity));

    /// <summary>In a number's phrase <c>{n}</c> is itself.</summary>
    public static ImmutableArray<Template> Itself { get; } = [new Template([new TextPart("{n}")])];

    public void Read(YamlEntry entry)
    {
        bool defined = scope.Define(entry.Key, "number");
        if (scope.Values.Mapping(entry.Value, $"number '{entry.Name}'") is not { } mapping)
        {
            return;
        }

        var fields = new Fields(mapping, scope.Values, $"number '{entry.Name}'");
        fields.Text("description");
        var kind = fields.NeededOneOf("kind", Kinds);
        var own = phrases.Phrases(fields.Needed("phrases"), "'phrases'");
        var except = phrases.Phrases(fields.Node("except"), "'except'");
        int most = kind switch { NumberKind.Age => 120, NumberKind.SchoolYear => 20, _ => 1_000_000 };
        var range = fields.Node("range") is { } rangeNode ? scope.Values.Range(rangeNode, "'range'", 0, most) : null;
        var offset = Offset(fields, kind);
        fields.Done();
        if (!defined || kind is null)
        {
            return;
        }

        var template = new NumberCue($"{scope.Contents.Id}/{entry.Name}")
        {
            Kind = kind.Value,
            Minimum = range?.From ?? 0,
            Maximum = range?.To ?? Math.Min(most, 99),
            OffsetFrom = offset?.From ?? 0,
            OffsetTo = offset?.To ?? 0,
        };
        scope.Contents.Cues.Add(entry.Name, new NumberDeclaration(entry.Name, entry.Key.Position, template) { Phrases = own, Except = except });
    }

    private (int From, int To)? Offset(Fields fields, NumberKind? kind)
    {
        var node = fields.Node("ageOffset");
        if (kind == NumberKind.SchoolYear)
        {
            return fields.Needed("ageOffset") is { } needed ? scope.Values.Range(needed, "'ageOffset'", 0, 30) : null;
        }

        if (node is not null && kind is not null)
        {
            scope.Values.Error(DiagnosticIds.NumberRange, node, "Only a number of kind school-year has an 'ageOffset'.");
        }

        return null;
    }
}
