using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Reading.Conditions;
using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads one item of <c>rules:</c>.</summary>
internal sealed partial class RuleReader(PackScope scope)
{
    private static readonly Choices<RuleStatus> Statuses = new(
        ("experimental", RuleStatus.Experimental), ("test", RuleStatus.Test), ("stable", RuleStatus.Stable), ("deprecated", RuleStatus.Deprecated));

    private static readonly Choices<RulePriority> Priorities = new(
        ("low", RulePriority.Low), ("medium", RulePriority.Medium), ("high", RulePriority.High), ("critical", RulePriority.Critical));

    private static readonly Choices<DiscourseRole> Roles = RoleReader.Marked.After("enacting", DiscourseRole.Enacting);

    private static readonly Choices<bool> Unknowns = new(("no-match", false), ("match", true));

    /// <summary>What <c>mode:</c> may say; policies say it too.</summary>
    public static Choices<RuleMode> Modes { get; } = new(("off", RuleMode.Off), ("shadow", RuleMode.Shadow), ("live", RuleMode.Live));

    /// <summary>True when an id is written as rules' ids are.</summary>
    public static bool IsRuleId(string id) => IdSyntax().IsMatch(id);

    public void Read(YamlNode node)
    {
        if (scope.Values.Mapping(node, "A rule") is not { } mapping)
        {
            return;
        }

        string owner = mapping.Find("id")?.Value is YamlScalar { Value.Length: > 0 } named ? $"rule '{named.Value}'" : "A rule";
        var fields = new Fields(mapping, scope.Values, owner);
        var idNode = fields.Needed("id");
        string? id = Id(idNode);
        int revision = fields.Integer("revision", 1, 1_000_000) ?? 1;
        string? title = fields.NeededText("title");
        var tactic = fields.NeededOneOf("tactic", AdviceReader.Tactics);
        string? subtype = fields.NeededText("subtype");
        bool known = tactic is not null && subtype is not null && TacticReader.IsSubtype(scope, fields.Node("subtype")!, tactic.Value, subtype);
        var context = new ContextConditionReader(scope);
        var roles = fields.ManyOf("roles", Roles) is { Length: > 0 } given ? given : [DiscourseRole.Enacting];
        var references = new List<CueReference>();
        var when = fields.Needed("when") is { } whenNode ? When(whenNode, roles, references) : null;
        var score = fields.NeededInner("score") is { } scoreFields ? new ScoreReader(scope.Values).Read(scoreFields) : null;
        string explain = fields.Text("explain") ?? "";
        if (explain.Length > 0)
        {
            CheckPlaceholders(fields.Node("explain")!, explain);
        }

        var draft = new Rule
        {
            Id = id ?? "",
            PackId = scope.Contents.Id,
            Revision = revision,
            Title = title ?? "",
            Tactic = tactic ?? default,
            Subtype = subtype ?? "",
            Status = fields.OneOf("status", Statuses) ?? RuleStatus.Experimental,
            Mode = fields.OneOf("mode", Modes) ?? RuleMode.Live,
            Priority = fields.OneOf("priority", Priorities) ?? RulePriority.Medium,
            Rationale = fields.Text("rationale") ?? "",
            References = fields.Texts("references"),
            FalsePositives = fields.Texts("falsePositives"),
            Speaker = context.ReadParticipant("speaker", fields.Node("speaker")),
            Listener = context.ReadParticipant("listener", fields.Node("listener")),
            Roles = roles,
            UnknownIsMatch = UnknownIsMatch(fields),
            When = when?.Invoke(_ => 0) ?? new AllCondition([]),
            Score = score ?? new RuleScore(0, 0, 0, null),
            Explain = explain,
        };
        fields.Done();
        if (id is not null && known && when is not null && score is not null && title is not null)
        {
            scope.Contents.Rules.Add(new RuleDeclaration(draft, idNode!.Position, when, [.. references]));
        }
    }

    private string? Id(YamlNode? node)
    {
        if (node is null || scope.Values.Text(node, "'id'") is not { } id)
        {
            return null;
        }

        if (!IsRuleId(id))
        {
            scope.Values.Error(DiagnosticIds.BadFormat, node, $"'{id}' is not a rule id: letters-letters-digits, such as GS-SEC-001.");
            return null;
        }

        return scope.Take(node, id) ? id : null;
    }

    private ConditionBinding? When(YamlNode node, ImmutableArray<DiscourseRole> roles, List<CueReference> references)
    {
        int bits = roles.Aggregate(0, (all, role) => all | (1 << (int)role));
        if (new ConditionReader(scope, bits, references).Read(node) is not { } when)
        {
            return null;
        }

        if (RuleTriggers.Of(when(_ => 0)) is null)
        {
            scope.Values.Error(
                DiagnosticIds.NoTrigger, node,
                "The condition could hold of any message: something said in the message (lexicon, pattern, number, tactic, role, tag) must be needed, in every branch of 'any'.");
            return null;
        }

        return when;
    }

    private static bool UnknownIsMatch(Fields fields)
    {
        if (fields.Inner("unknown") is not { } inner)
        {
            return false;
        }

        bool match = inner.NeededOneOf("treatAs", Unknowns) ?? false;
        inner.Done();
        return match;
    }

    private void CheckPlaceholders(YamlNode node, string explain)
    {
        string rest = explain;
        foreach (string known in new[] { "{from}", "{towards}", "{tactic}", "{subtype}", "{count}" })
        {
            rest = rest.Replace(known, "", StringComparison.Ordinal);
        }

        int brace = rest.AsSpan().IndexOfAny('{', '}');
        if (brace >= 0)
        {
            int close = rest.IndexOf('}', brace);
            string found = close > brace ? rest[brace..(close + 1)] : rest[brace..(brace + 1)];
            scope.Values.Error(DiagnosticIds.Placeholder, node, $"'{found}' means nothing here: {{from}}, {{towards}}, {{tactic}}, {{subtype}} or {{count}}.");
        }
    }

    [GeneratedRegex("^[A-Za-z]+-[A-Za-z]+-[0-9]+\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdSyntax();
}
