using System.Globalization;
using System.Text.Json.Nodes;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.Tests.RulePacks.Schemas;

/// <summary>YAML as an editor's language server sees it (YAML 1.2, core schema).</summary>
internal static class YamlAsJson
{
    public static string Convert(string yaml)
    {
        var diagnostics = new Diagnostics();
        var root = YamlTree.Read(yaml, "sample.yaml", diagnostics);
        diagnostics.ThrowIfErrors();
        return Of(root!)!.ToJsonString();
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(e => KeyValuePair.Create(e.Name, Of(e.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Of)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar { IsPlain: true, Value: "true" or "false" } flag => JsonValue.Create(flag.Value is "true"),
        YamlScalar { IsPlain: true } number when long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) =>
            JsonValue.Create(whole),
        YamlScalar { IsPlain: true } number when decimal.TryParse(
            number.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) => JsonValue.Create(value),
        YamlScalar text => JsonValue.Create(text.Value),
        _ => throw new InvalidOperationException(node.Shape),
    };
}
