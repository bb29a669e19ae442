using System.Collections.Immutable;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Templates;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads lists of phrases and slot entries.</summary>
internal sealed class PhraseReader(PackScope scope)
{
    public ImmutableArray<Phrase> Phrases(YamlNode? node, string what)
    {
        if (node is null)
        {
            return [];
        }

        var items = scope.Values.Items(node, what);
        var phrases = ImmutableArray.CreateBuilder<Phrase>(items.Length);
        foreach (var item in items)
        {
            if (Phrase(item, what) is { } phrase)
            {
                phrases.Add(phrase);
            }
        }

        return phrases.DrainToImmutable();
    }

    public Phrase? Phrase(YamlNode node, string what)
    {
        if (node is YamlMapping)
        {
            scope.Values.Error(DiagnosticIds.WrongShape, node, "A phrase is text. Quote one that begins with { or holds \": \".");
            return null;
        }

        if (scope.Values.Text(node, what) is not { } text)
        {
            return null;
        }

        if (!TemplateParser.TryParse(text, out var template, out var problem))
        {
            scope.Diagnostics.Error(DiagnosticIds.TemplateSyntax, Within(node, problem.Offset), problem.Message);
            return null;
        }

        return new Phrase(template, node.Position);
    }

    public void Slot(YamlScalar key, YamlNode node)
    {
        bool defined = scope.Define(key, "slot");
        var entries = Phrases(node, $"slot '{key.Value}'");
        foreach (var entry in entries.Where(e => !e.Template.Slots.IsEmpty))
        {
            scope.Diagnostics.Error(DiagnosticIds.NestedSlot, entry.Position, "An entry of a slot holds no slots: write its choices out.");
        }

        if (defined)
        {
            scope.Contents.Slots.Add(key.Value, new SlotDeclaration(
                key.Value, key.Position, [.. entries.Where(e => e.Template.Slots.IsEmpty).Select(e => e.Template)]));
        }
    }

    /// <summary>The column inside a value on one line; inside quotes with escapes it is near enough to find.</summary>
    private static SourcePosition Within(YamlNode node, int offset) =>
        node.Position with { Column = node.Position.Column + offset + (node is YamlScalar { IsPlain: false } ? 1 : 0) };
}
