using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks.Binding;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks;

/// <summary>Binds packs to each other.</summary>
internal static class RuleSetBinder
{
    /// <summary>All rules and cues of the packs.</summary>
    /// <exception cref="RulePackException">The packs do not go together; all problems are listed.</exception>
    public static RuleSet Bind(IReadOnlyList<RulePack> packs)
    {
        var diagnostics = new Diagnostics();
        var byId = new Dictionary<string, PackContents>(StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            if (!byId.TryAdd(pack.Id, pack.Contents))
            {
                diagnostics.Error(DiagnosticIds.DuplicatePack, SourcePosition.Whole(pack.File), $"A pack '{pack.Id}' is already loaded.");
            }
        }

        diagnostics.ThrowIfErrors();
        PackContents[] contents = [.. packs.Select(p => p.Contents)];
        var resolver = new CueResolver(byId, complete: true, diagnostics);
        CheckNames(contents, resolver);
        CheckRoles(contents, diagnostics);
        var rules = RuleOrder.Of(Unique(contents, diagnostics), diagnostics);
        diagnostics.ThrowIfErrors();

        var used = contents.SelectMany(c => c.Roles.Select(r => r.Lexicon).Concat(c.Rules.SelectMany(r => r.References)));
        var table = new CueTable(contents, byId, used, new PhraseExpander(byId, resolver, diagnostics));
        diagnostics.ThrowIfErrors();
        return new RuleSet
        {
            Cues = new CueSet
            {
                Cues = table.Cues,
                Roles = [.. contents.SelectMany(c => c.Roles).Select(r => new RoleCue(r.Role, table.IdOf(r.Lexicon), r.Scope))],
            },
            Rules = [.. rules.Select(r => r.Bind(table.IdOf))],
            Advice = Advice(contents),
            Packs = [.. packs.Select(p => new PackVersion(p.Id, p.Version, p.Hash))],
        };
    }

    private static void CheckNames(PackContents[] packs, CueResolver resolver)
    {
        foreach (var pack in packs)
        {
            foreach (var reference in pack.Roles.Select(r => r.Lexicon).Concat(pack.Rules.SelectMany(r => r.References)))
            {
                resolver.CheckUse(reference);
            }

            foreach (var lexicon in pack.Cues.Values.OfType<LexiconDeclaration>())
            {
                if (lexicon.Extends is { } target)
                {
                    resolver.CheckExtends(target);
                }
            }
        }
    }

    /// <summary>A rule whose roles no lexicon marks can never match, and a condition on such a role never holds.</summary>
    private static void CheckRoles(PackContents[] packs, Diagnostics diagnostics)
    {
        var marked = packs.SelectMany(p => p.Roles).Select(r => r.Role).Append(DiscourseRole.Enacting).ToHashSet();
        foreach (var rule in packs.SelectMany(p => p.Rules))
        {
            if (!rule.Draft.Roles.Any(marked.Contains))
            {
                diagnostics.Error(
                    DiagnosticIds.Impossible, rule.Position, $"No pack says which lexicon marks the roles of rule {rule.Draft.Id}: add it to 'roles', or load the pack that has it.");
            }

            var asked = MessageConditions.In(rule.Draft.When).OfType<RoleCondition>().Select(c => c.Role).Distinct();
            foreach (var role in asked.Where(r => !marked.Contains(r)).Order())
            {
                diagnostics.Error(
                    DiagnosticIds.Impossible, rule.Position,
                    $"Rule {rule.Draft.Id} asks for the role {role.ToString().ToLowerInvariant()}, and no pack says which lexicon marks it.");
            }
        }
    }

    private static List<RuleDeclaration> Unique(PackContents[] packs, Diagnostics diagnostics)
    {
        var byId = new Dictionary<string, RuleDeclaration>(StringComparer.Ordinal);
        foreach (var rule in packs.SelectMany(p => p.Rules))
        {
            if (!byId.TryAdd(rule.Draft.Id, rule))
            {
                diagnostics.Error(
                    DiagnosticIds.DuplicateRule, rule.Position, $"Pack '{byId[rule.Draft.Id].Draft.PackId}' already has a rule {rule.Draft.Id}: ids are never shared.");
            }
        }

        return [.. byId.Values];
    }

    private static ImmutableDictionary<Tactic, RuleAdvice> Advice(PackContents[] packs)
    {
        var advice = ImmutableDictionary.CreateBuilder<Tactic, RuleAdvice>();
        foreach (var (tactic, text) in packs.SelectMany(p => p.Advice))
        {
            advice[tactic] = text;
        }

        return advice.ToImmutable();
    }
}
