using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Testing;

/// <summary>Reads a file of tests.</summary>
internal sealed class RuleTestReader(Diagnostics diagnostics)
{
    private static readonly Choices<RuleTestKind> Kinds = new(
        ("positive", RuleTestKind.Positive), ("near-miss", RuleTestKind.NearMiss), ("swapped", RuleTestKind.Swapped), ("role", RuleTestKind.Role));

    private static readonly Choices<RuleTestExpectation> Expectations = new(
        ("match", RuleTestExpectation.Match), ("no-match", RuleTestExpectation.NoMatch),
        ("todo-match", RuleTestExpectation.TodoMatch), ("todo-no-match", RuleTestExpectation.TodoNoMatch));

    private static readonly Choices<bool> Deliveries = new(("duplicate", true));

    private readonly ValueReader _values = new(diagnostics);

    /// <summary>What <c>variants:</c> may say.</summary>
    public static Choices<ObfuscationVariant> Variants { get; } = new(
        ("zero-width", ObfuscationVariant.ZeroWidth), ("spaced", ObfuscationVariant.Spaced), ("leet", ObfuscationVariant.Leet),
        ("runs", ObfuscationVariant.Runs), ("confusable", ObfuscationVariant.Confusable));

    /// <summary>The tests of a file; null when it is no mapping.</summary>
    public RuleTestFile? Read(PackSource source)
    {
        if (YamlTree.Read(source.Text, source.File, diagnostics) is not { } root || _values.Mapping(root, "A file of tests") is not { } mapping)
        {
            return null;
        }

        var fields = new Fields(mapping, _values, "The file");
        PackReader.CheckSchema(_values, fields, "rule-tests/1");
        string pack = fields.NeededText("pack") ?? "";
        var cast = fields.Node("participants") is { } listed ? new CastReader(_values).Read(listed) : CastReader.Default;
        var tests = ImmutableArray.CreateBuilder<RuleTest>();
        foreach (var item in fields.Needed("tests") is { } node ? _values.Items(node, "'tests'") : [])
        {
            if (_values.Mapping(item, "A test") is { } inner && Test(inner, cast) is { } test)
            {
                tests.Add(test);
            }
        }

        fields.Done();
        return new RuleTestFile(source.File, pack, fields.Node("pack")?.Position ?? SourcePosition.Whole(source.File), tests.DrainToImmutable());
    }

    private RuleTest? Test(YamlMapping mapping, ImmutableArray<Participant> fileCast)
    {
        var fields = new Fields(mapping, _values, "A test");
        string? rule = fields.NeededText("rule");
        if (rule is not null && !RuleReader.IsRuleId(rule))
        {
            _values.Error(DiagnosticIds.BadFormat, fields.Node("rule")!, $"'{rule}' is not a rule id: letters-letters-digits, such as GS-SEC-001.");
        }

        string? name = fields.NeededText("name");
        var kind = fields.NeededOneOf("kind", Kinds);
        var expect = fields.NeededOneOf("expect", Expectations);
        var own = new CastReader(_values).Read(fields.Node("participants"));
        var cast = own.IsEmpty ? fileCast : own;
        var pair = Pair(fields, mapping, cast);
        var messages = new TestMessageReader(_values, cast).Read(fields.Needed("messages"));
        var assertions = new AssertionReader(_values).Read(fields, expect, messages.Length);
        var variants = fields.ManyOf("variants", Variants) ?? [];
        bool twice = fields.ManyOf("delivery", Deliveries) is { Length: > 0 };
        fields.Done();
        CheckKind(fields, kind, expect);
        if (rule is null || name is null || kind is null || expect is null || pair is not { } ends)
        {
            return null;
        }

        return new RuleTest
        {
            RuleId = rule,
            Name = name,
            Kind = kind.Value,
            Expect = expect.Value,
            From = ends.From,
            Towards = ends.Towards,
            Participants = own.IsEmpty ? [.. cast.Where(p => TakesPart(p.Id, ends, messages))] : own,
            Messages = messages,
            Spans = assertions.Spans,
            RiskAtLeast = assertions.RiskAtLeast,
            RiskAtMost = assertions.RiskAtMost,
            FirstMatch = assertions.FirstMatch,
            Variants = variants,
            DeliveredTwice = twice,
            Position = mapping.Position,
        };
    }

    /// <summary>The rest of a file's cast stays away: a silent listener would change towards whom a message goes.</summary>
    private static bool TakesPart(string id, (string From, string Towards) pair, ImmutableArray<Message> messages) =>
        string.Equals(id, pair.From, StringComparison.Ordinal)
        || string.Equals(id, pair.Towards, StringComparison.Ordinal)
        || messages.Any(m => string.Equals(m.Sender, id, StringComparison.Ordinal));

    private (string From, string Towards)? Pair(Fields fields, YamlMapping mapping, ImmutableArray<Participant> cast)
    {
        string? from = Named(fields, "from", cast) ?? cast.FirstOrDefault()?.Id;
        string? towards = Named(fields, "towards", cast) ?? cast.Skip(1).FirstOrDefault()?.Id;
        if (from is not null && towards is not null && !string.Equals(from, towards, StringComparison.Ordinal))
        {
            return (from, towards);
        }

        _values.Error(DiagnosticIds.NoPair, mapping, "A test needs two different participants: list them, or name 'from' and 'towards'.");
        return null;
    }

    private string? Named(Fields fields, string field, ImmutableArray<Participant> cast)
    {
        if (fields.Text(field) is not { } id)
        {
            return null;
        }

        CastReader.CheckKnown(_values, fields.Node(field)!, id, cast);
        return id;
    }

    private void CheckKind(Fields fields, RuleTestKind? kind, RuleTestExpectation? expect)
    {
        bool match = expect is RuleTestExpectation.Match or RuleTestExpectation.TodoMatch;
        if (expect is not null && ((kind == RuleTestKind.Positive && !match) || (kind is RuleTestKind.NearMiss or RuleTestKind.Swapped && match)))
        {
            _values.Error(
                DiagnosticIds.KindAndExpectation, fields.Node("expect")!,
                "A positive test expects match, a near miss and a swapped test no-match (or the todo form of it).");
        }
    }
}
