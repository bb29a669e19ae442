using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Reading.Conditions;

/// <summary>Reads the conditions about what is said in one message.</summary>
/// <param name="scope">The pack.</param>
/// <param name="roles">The rule's roles, one bit each.</param>
/// <param name="references">Receives the cues that are named.</param>
internal sealed class MessageConditionReader(PackScope scope, int roles, List<CueReference> references)
{
    private static readonly Choices<MessageTags> Tags = Choices<MessageTags>.Of(MessageTagNames.Named, MessageTagNames.NameOf);

    private enum Contradiction
    {
        DeclaredBand,
        OwnEarlierClaim,
    }

    private static readonly Choices<Contradiction> Contradictions =
        new(("declared-band", Contradiction.DeclaredBand), ("own-earlier-claim", Contradiction.OwnEarlierClaim));

    public MessageCondition? Read(string kind, Fields fields) => kind switch
    {
        "lexicon" => Cue(fields, kind, CueKind.Lexicon),
        "pattern" => Cue(fields, kind, CueKind.Pattern),
        "number" => Number(fields),
        "tactic" => Tactic(fields),
        "role" => Role(fields),
        _ => Tag(fields),
    };

    private MessageCondition? Cue(Fields fields, string field, CueKind kind)
    {
        var cue = Reference(fields.Needed(field), kind, $"'{field}'");
        bool ok = Proximity(fields, "near", out var near, out int? nearTokens);
        ok &= Proximity(fields, "notNear", out var notNear, out int? notNearTokens);
        if (cue is null || !ok)
        {
            return null;
        }

        if (near is not null && notNear is not null && string.Equals(near.FullName, notNear.FullName, StringComparison.Ordinal)
            && (notNearTokens is null || nearTokens <= notNearTokens))
        {
            scope.Diagnostics.Error(DiagnosticIds.Impossible, notNear.Position, "What 'near' asks for is what 'notNear' refuses: the condition can never hold.");
            return null;
        }

        string key = $"{field} {cue.FullName}{Option("near", near, nearTokens)}{Option("notNear", notNear, notNearTokens)}{RolesKey()}";
        return new MessageCondition(
            idOf => new CueCondition(
                idOf(cue),
                near is null ? null : new Proximity(idOf(near), nearTokens),
                notNear is null ? null : new Proximity(idOf(notNear), notNearTokens)),
            key);
    }

    private bool Proximity(Fields fields, string name, out CueReference? lexicon, out int? tokens)
    {
        lexicon = null;
        tokens = null;
        if (fields.Node(name) is null)
        {
            return true;
        }

        if (fields.Inner(name) is not { } inner)
        {
            return false;
        }

        lexicon = Reference(inner.Needed("lexicon"), CueKind.Lexicon, "'lexicon'");
        bool ok = lexicon is not null;
        if (inner.Node("tokens") is not null)
        {
            tokens = inner.Integer("tokens", 0, 1000);
            ok &= tokens is not null;
        }

        inner.Done();
        return ok;
    }

    private MessageCondition? Number(Fields fields)
    {
        var node = fields.Needed("number");
        bool ok = true;
        (int From, int To)? between = null;
        if (fields.Node("between") is { } betweenNode)
        {
            between = scope.Values.Range(betweenNode, "'between'", 0, 1_000_000);
            ok = between is not null;
        }

        var contradicts = fields.ManyOf("contradicts", Contradictions);
        ok &= contradicts is not { Length: 0 };
        int? tolerance = fields.Integer("tolerance", 0, 50);
        if (fields.Node("tolerance") is { } toleranceNode && contradicts is null)
        {
            scope.Values.Error(DiagnosticIds.Impossible, toleranceNode, "'tolerance' only matters beside 'contradicts'.");
        }

        var number = Reference(node, CueKind.Number, "'number'", r => r with { Between = between, ComparesAges = contradicts is not null });
        if (number is null || !ok)
        {
            return null;
        }

        bool band = contradicts?.Contains(Contradiction.DeclaredBand) == true;
        bool claim = contradicts?.Contains(Contradiction.OwnEarlierClaim) == true;
        string key = string.Create(
            CultureInfo.InvariantCulture,
            $"number {number.FullName}|between={between?.From}-{between?.To}|band={band}|claim={claim}|tolerance={tolerance ?? 1}{RolesKey()}");
        return new MessageCondition(
            idOf => new NumberCondition(idOf(number))
            {
                Between = between,
                ContradictsDeclaredBand = band,
                ContradictsOwnEarlierClaim = claim,
                Tolerance = tolerance ?? 1,
            },
            key);
    }

    private MessageCondition? Tactic(Fields fields)
    {
        var tactic = fields.NeededOneOf("tactic", AdviceReader.Tactics);
        string? subtype = fields.Text("subtype");
        if (tactic is null || (fields.Node("subtype") is { } node && (subtype is null || !TacticReader.IsSubtype(scope, node, tactic.Value, subtype))))
        {
            return null;
        }

        return new MessageCondition(_ => new TacticCondition(tactic.Value, subtype), $"tactic {Taxonomy.Id(tactic.Value)}/{subtype}");
    }

    private static MessageCondition? Role(Fields fields) =>
        fields.NeededOneOf("role", RoleReader.Marked) is { } role
            ? new MessageCondition(_ => new RoleCondition(role), string.Create(CultureInfo.InvariantCulture, $"role {(int)role}"))
            : null;

    private static MessageCondition? Tag(Fields fields) =>
        fields.NeededOneOf("tag", Tags) is { } tag
            ? new MessageCondition(_ => new TagCondition(tag), string.Create(CultureInfo.InvariantCulture, $"tag {(int)tag}"))
            : null;

    private CueReference? Reference(YamlNode? node, CueKind kind, string what, Func<CueReference, CueReference>? with = null)
    {
        if (node is null || scope.Reference(node, kind, what) is not { } reference)
        {
            return null;
        }

        reference = with?.Invoke(reference) ?? reference;
        references.Add(reference);
        return reference;
    }

    private string RolesKey() => string.Create(CultureInfo.InvariantCulture, $"|roles={roles}");

    private static string Option(string name, CueReference? cue, int? tokens) =>
        cue is null ? "" : string.Create(CultureInfo.InvariantCulture, $"|{name}={cue.FullName}:{tokens}");
}
