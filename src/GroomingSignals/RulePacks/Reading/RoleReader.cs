using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads <c>roles:</c>.</summary>
internal sealed class RoleReader(PackScope scope)
{
    /// <summary>The roles that a cue can mark: all but enacting, which is what is left.</summary>
    public static Choices<DiscourseRole> Marked { get; } = new(
        ("quoting", DiscourseRole.Quoting), ("warning", DiscourseRole.Warning), ("educating", DiscourseRole.Educating),
        ("refusing", DiscourseRole.Refusing), ("disclosing", DiscourseRole.Disclosing));

    private static readonly Choices<RoleScope> Scopes = new(("clause", RoleScope.Clause), ("message", RoleScope.Message));

    public void Read(YamlEntry entry)
    {
        var role = scope.Values.OneOf(entry.Key, "'roles'", Marked);
        bool defined = role is not null && scope.Take(entry.Key, $"role {entry.Name}");
        if (scope.Values.Mapping(entry.Value, $"role '{entry.Name}'") is not { } mapping)
        {
            return;
        }

        var fields = new Fields(mapping, scope.Values, $"role '{entry.Name}'");
        var lexicon = fields.Needed("lexicon") is { } node ? scope.Reference(node, CueKind.Lexicon, "'lexicon'") : null;
        var reach = fields.OneOf("scope", Scopes) ?? RoleScope.Clause;
        fields.Done();
        if (defined && lexicon is not null)
        {
            scope.Contents.Roles.Add(new RoleDeclaration(role!.Value, lexicon, reach));
        }
    }
}
