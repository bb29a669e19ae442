using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads <c>lexicons:</c>.</summary>
internal sealed class LexiconReader(PackScope scope, PhraseReader phrases)
{
    private static readonly Choices<CueBoundary> Boundaries =
        new(("word", CueBoundary.Word), ("prefix", CueBoundary.Prefix), ("none", CueBoundary.None));

    private static readonly Choices<TextView> Views = new(
        ("folded", TextView.Folded), ("skeleton", TextView.Skeleton), ("runs", TextView.Runs), ("joined", TextView.Joined), ("leet", TextView.Leet));

    public void Read(YamlEntry entry)
    {
        bool defined = scope.Define(entry.Key, "lexicon");
        if (scope.Values.Mapping(entry.Value, $"lexicon '{entry.Name}'") is not { } mapping)
        {
            return;
        }

        var fields = new Fields(mapping, scope.Values, $"lexicon '{entry.Name}'");
        fields.Text("description");
        var extends = fields.Node("extends") is { } target ? scope.Reference(target, CueKind.Lexicon, "'extends'") : null;
        var except = phrases.Phrases(fields.Node("except"), "'except'");
        var own = fields.Node("extends") is not null && fields.Node("phrases") is null && except.Length > 0
            ? []
            : phrases.Phrases(fields.Needed("phrases"), "'phrases'");
        var boundary = fields.OneOf("boundary", Boundaries);
        var views = fields.ManyOf("views", Views);
        fields.Done();
        if (extends is not null)
        {
            foreach (string name in new[] { "boundary", "views" })
            {
                if (mapping.Find(name) is { } field)
                {
                    scope.Values.Error(DiagnosticIds.Extends, field.Key, $"A lexicon that extends another takes '{name}' from it: remove the field.");
                }
            }
        }

        if (defined)
        {
            scope.Contents.Cues.Add(entry.Name, new LexiconDeclaration(entry.Name, entry.Key.Position)
            {
                Phrases = own,
                Except = except,
                Boundary = boundary ?? CueBoundary.Word,
                Views = views is { Length: > 0 } some ? some.Aggregate(ViewSet.None, (all, v) => all | (ViewSet)(1 << (int)v)) : ViewSet.All,
                Extends = extends,
            });
        }
    }
}
