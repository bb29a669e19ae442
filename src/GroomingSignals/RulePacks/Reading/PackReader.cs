using System.Text.RegularExpressions;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads the files of one pack.</summary>
/// <param name="diagnostics">Receives the problems.</param>
/// <param name="isTried">True for a pack whose expressions are known to run.</param>
internal sealed partial class PackReader(Diagnostics diagnostics, bool isTried = false)
{
    private readonly ValueReader _values = new(diagnostics);

    /// <summary>The header and the contents; null when it is not known which pack this is.</summary>
    public (PackHeader Header, PackContents Contents)? Read(IReadOnlyList<PackSource> sources)
    {
        var files = Files(sources);
        PackHeader? header = null;
        SourcePosition? first = null;
        foreach (var root in files)
        {
            if (root.Find("pack") is not { } entry)
            {
                continue;
            }

            if (first is { } earlier)
            {
                diagnostics.Error(DiagnosticIds.Header, entry.Key.Position, $"The header already stands in {earlier.File}: the other files of a pack say 'partOf'.");
                continue;
            }

            first = entry.Key.Position;
            header = Header(entry.Value);
        }

        if (first is null && files.Count == sources.Count)
        {
            diagnostics.Error(DiagnosticIds.Header, SourcePosition.Whole(sources[0].File), "No file of the pack has the 'pack' header.");
        }

        var contents = new PackContents(header?.Id ?? "");
        var scope = new PackScope(contents, diagnostics);
        foreach (var root in files)
        {
            ReadFile(scope, root, header);
        }

        return header is null ? null : (header, contents);
    }

    /// <summary>The trees of the files that have one. Another thread, if there is one to spare, begins at the end.</summary>
    private List<YamlMapping> Files(IReadOnlyList<PackSource> sources)
    {
        var trees = new Lazy<ParsedFile>[sources.Count];
        for (int i = 0; i < trees.Length; i++)
        {
            var source = sources[i];
            trees[i] = new Lazy<ParsedFile>(() => ParsedFile.Of(source));
        }

        if (trees.Length > 1)
        {
            _ = Task.Run(() =>
            {
                for (int i = trees.Length - 1; i > 0; i--)
                {
                    _ = trees[i].Value;
                }
            });
        }

        var files = new List<YamlMapping>(trees.Length);
        foreach (var tree in trees)
        {
            diagnostics.Add(tree.Value.Problems);
            if (tree.Value.Root is { } root && _values.Mapping(root, "A pack's file") is { } mapping)
            {
                files.Add(mapping);
            }
        }

        return files;
    }

    private PackHeader? Header(YamlNode node)
    {
        if (_values.Mapping(node, "'pack'") is not { } mapping)
        {
            return null;
        }

        var fields = new Fields(mapping, _values, "'pack'");
        string? id = fields.NeededText("id");
        string? version = fields.NeededText("version");
        var languages = fields.Texts("languages");
        string description = fields.Text("description") ?? "";
        var references = fields.Texts("references");
        fields.Done();
        if (id is not null && !PackScope.IsPackId(id))
        {
            _values.Error(DiagnosticIds.BadFormat, fields.Node("id")!, "A pack's id has lower case letters, digits and single dashes between them.");
            id = null;
        }

        if (version is not null && !IsVersion(version))
        {
            _values.Error(DiagnosticIds.BadFormat, fields.Node("version")!, "A version is semantic: 1.0.0.");
            version = null;
        }

        return id is null || version is null ? null : new PackHeader(id, version, description, languages, references);
    }

    private void ReadFile(PackScope scope, YamlMapping root, PackHeader? header)
    {
        var fields = new Fields(root, _values, "The file");
        CheckSchema(_values, fields, "rule-pack/1");
        if (fields.Node("pack") is null)
        {
            string? partOf = fields.NeededText("partOf");
            if (header is not null && partOf is not null && !string.Equals(partOf, header.Id, StringComparison.Ordinal))
            {
                _values.Error(DiagnosticIds.PartOf, fields.Node("partOf")!, $"The pack of this folder is '{header.Id}'.");
            }
        }
        else if (fields.Node("partOf") is { } both)
        {
            _values.Error(DiagnosticIds.PartOf, both, "A file has 'pack' or 'partOf', not both.");
        }

        var phrases = new PhraseReader(scope);
        ForEach(fields, "slots", entry => phrases.Slot(entry.Key, entry.Value));
        ForEach(fields, "lexicons", new LexiconReader(scope, phrases).Read);
        ForEach(fields, "patterns", new PatternReader(scope, isTried).Read);
        ForEach(fields, "numbers", new NumberReader(scope, phrases).Read);
        ForEach(fields, "roles", new RoleReader(scope).Read);
        ForEach(fields, "advice", new AdviceReader(scope).Read);
        if (fields.Node("rules") is { } rules)
        {
            var reader = new RuleReader(scope);
            foreach (var item in _values.Items(rules, "'rules'"))
            {
                reader.Read(item);
            }
        }

        fields.Done();
    }

    /// <summary>True for a semantic version.</summary>
    public static bool IsVersion(string version) => VersionSyntax().IsMatch(version);

    /// <summary>Checks what a file says it is.</summary>
    public static void CheckSchema(ValueReader values, Fields fields, string expected)
    {
        if (fields.Needed("schema") is { } node && !string.Equals((node as YamlScalar)?.Value, expected, StringComparison.Ordinal))
        {
            values.Error(DiagnosticIds.Schema, node, $"This version reads 'schema: {expected}'.");
        }
    }

    private void ForEach(Fields fields, string section, Action<YamlEntry> read)
    {
        if (fields.Node(section) is { } node && _values.Mapping(node, $"'{section}'") is { } mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                read(entry);
            }
        }
    }

    [GeneratedRegex("^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionSyntax();
}
