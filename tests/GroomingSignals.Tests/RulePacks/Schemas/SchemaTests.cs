using System.Text.Json;
using GroomingSignals.Tests.Architecture;
using GroomingSignals.Tests.Properties;
using NJsonSchema;

namespace GroomingSignals.Tests.RulePacks.Schemas;

public sealed class SchemaTests
{
    private static readonly string PackFolder = Path.Combine(RepositoryTree.Core, "RulePacks", "ncmec-en");

    public static TheoryData<string> Schemas => ["rule-pack", "rule-tests", "policy"];

    public static TheoryData<string> PackFiles => [.. Directory.EnumerateFiles(PackFolder, "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(PackFiles))]
    public async Task The_files_of_the_built_in_pack_fit_their_schema(string file)
    {
        var schema = await Schema(file.EndsWith(".tests.yaml", StringComparison.Ordinal) ? "rule-tests" : "rule-pack");
        schema.Validate(YamlAsJson.Convert(File.ReadAllText(Path.Combine(PackFolder, file)))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_pack_with_every_kind_of_condition_fits() =>
        (await Schema("rule-pack")).Validate(YamlAsJson.Convert(SmallPack.Yaml)).Should().BeEmpty();

    [Fact]
    public async Task The_default_policy_fits_and_states_every_field()
    {
        var schema = await Schema("policy");
        string json = YamlAsJson.Convert(File.ReadAllText(Path.Combine(RepositoryTree.Core, "Policy", "default.yaml")));
        schema.Validate(json).Should().BeEmpty();
        using var policy = JsonDocument.Parse(json);

        // Thresholds of the fused scale are the classifier's own unless a policy states them.
        foreach (string section in new[] { "scoring", "tracks", "limits", "thresholds", "participants" })
        {
            policy.RootElement.GetProperty(section).EnumerateObject().Select(p => p.Name)
                .Should().BeEquivalentTo(schema.Properties[section].Properties.Keys.Except(["fused"]));
        }
    }

    [Theory]
    [InlineData("rule-pack", "pack: { id: a, version: 1.0.0 }\nrule: []")]
    [InlineData("rule-pack", "pack: { id: A, version: 1.0.0 }")]
    [InlineData("rule-pack", "pack: { id: a, version: 1.0.0 }\npartOf: a")]
    [InlineData("rule-pack", "partOf: a\nlexicons: { a: { phrases: [x], views: [leets] } }")]
    [InlineData("rule-pack", "partOf: a\nlexicons: { a: { boundary: word } }")]
    [InlineData("rule-pack", "partOf: a\nnumbers: { a: { kind: years, phrases: [x] } }")]
    [InlineData("policy", "policy: { id: a, version: 1.0.0 }\nthresholds: { rules: { low: 1.5 } }")]
    [InlineData("policy", "policy: { id: a, version: 1.0.0 }\ntactics: { coercion: { fastPath: true } }")]
    [InlineData("policy", "policy: { id: a, version: 1.0.0 }\noverrides: { GS-A-1: { mode: off } }")]
    [InlineData("rule-tests", "pack: a\ntests: [{ rule: GS-A-1, name: it, kind: positive, expect: match }]")]
    [InlineData("rule-tests", "pack: a\ntests: [{ rule: GS-A-1, name: it, kind: positive, expect: yes, messages: [{ a: hi }] }]")]
    [InlineData("rule-tests", "pack: a\ntests: [{ rule: GS-A-1, name: it, kind: positive, expect: match, messages: [{ a: hi, b: ok }] }]")]
    public async Task What_does_not_load_is_marked_in_the_editor(string name, string body) =>
        (await Schema(name)).Validate(YamlAsJson.Convert($"schema: {name}/1\n{body}")).Should().NotBeEmpty();

    [Theory]
    [InlineData("{ lexicon: a, near: { lexicon: b, tokens: 2 } }", true)]
    [InlineData("{ near: { of: [{ lexicon: a }, { tag: like }], within: { time: 2d } } }", true)]
    [InlineData("{ all: [{ lexicon: a }, { not: { lexicon: b } }, { timeOfDay: { from: \"22:00\", to: \"06:00\", zone: +02:00 } }] }", true)]
    [InlineData("{ sequence: { steps: [{ tag: like }, { role: refusing, by: listener }], within: { messages: 9 }, unless: { tag: gift } } }", true)]
    [InlineData("{ lexicon: a, tag: like }", false)]
    [InlineData("{ notNear: { lexicon: b } }", false)]
    [InlineData("{ near: { lexicon: b } }", false)]
    [InlineData("{ sequence: { steps: [{ tag: like }], within: { messages: 9 } } }", false)]
    [InlineData("{ count: { of: { ageGap: { atLeast: 2 } }, atLeast: 2, within: { messages: 9 } } }", false)]
    [InlineData("{ number: a, between: [1, 2, 3] }", false)]
    public async Task Conditions_have_one_kind(string when, bool fits)
    {
        string pack = "schema: rule-pack/1\npartOf: a\nrules:\n- id: GS-A-1\n  title: it\n  tactic: secrecy\n  subtype: conceal\n"
            + $"  score: {{ logOdds: 1.0 }}\n  when: {when}";
        ((await Schema("rule-pack")).Validate(YamlAsJson.Convert(pack)).Count == 0).Should().Be(fits);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_property_has_a_description_and_no_object_is_open(string name)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath(name)));
        schema.RootElement.GetProperty("$schema").GetString().Should().Be("http://json-schema.org/draft-07/schema#");
        Walk(schema.RootElement, name).Should().BeEmpty();
    }

    private static IEnumerable<string> Walk(JsonElement node, string path)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            return node.EnumerateArray().SelectMany((item, i) => Walk(item, $"{path}[{i}]"));
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var problems = new List<string>();
        if (node.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            problems.AddRange(properties.EnumerateObject()
                .Where(p => !p.Value.TryGetProperty("description", out var text) || string.IsNullOrWhiteSpace(text.GetString()))
                .Select(p => $"{path}.{p.Name} has no description"));
            if (node.TryGetProperty("type", out _) && (!node.TryGetProperty("additionalProperties", out var open) || open.ValueKind != JsonValueKind.False))
            {
                problems.Add($"{path} is open");
            }
        }

        return problems.Concat(node.EnumerateObject().SelectMany(p => Walk(p.Value, $"{path}.{p.Name}")));
    }

    private static string SchemaPath(string name) => Path.Combine(RepositoryTree.Root, "data-schemas", $"{name}.schema.json");

    private static Task<JsonSchema> Schema(string name) =>
        JsonSchema.FromJsonAsync(File.ReadAllText(SchemaPath(name)), TestContext.Current.CancellationToken);
}
