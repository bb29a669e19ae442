using System.Text.RegularExpressions;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>What the readers of one pack share: values, names, and what has been read so far.</summary>
internal sealed partial class PackScope(PackContents contents, Diagnostics diagnostics)
{
    public PackContents Contents { get; } = contents;

    public ValueReader Values { get; } = new(diagnostics);

    public Diagnostics Diagnostics { get; } = diagnostics;

    /// <summary>Takes a name; false, with a diagnostic, when it is not one or is taken.</summary>
    public bool Define(YamlScalar key, string what)
    {
        if (!NameSyntax().IsMatch(key.Value) || key.Value is "n")
        {
            Diagnostics.Error(DiagnosticIds.BadFormat, key.Position, $"'{key.Value}' cannot be the name of a {what}: lower case letters and digits, with single dots and dashes between, and not 'n'.");
            return false;
        }

        return Take(key, key.Value);
    }

    /// <summary>Takes a name, a rule id or a role without asking how it is written.</summary>
    public bool Take(YamlNode at, string name)
    {
        if (Contents.Names.TryAdd(name, at.Position))
        {
            return true;
        }

        var first = Contents.Names[name];
        Diagnostics.Error(DiagnosticIds.DuplicateName, at.Position, string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"'{name}' is already defined at {first.File}({first.Line},{first.Column})."));
        return false;
    }

    /// <summary>Reads the name of a cue, of this pack or another.</summary>
    public CueReference? Reference(YamlNode node, CueKind kind, string what)
    {
        if (Values.Text(node, what) is not { } text)
        {
            return null;
        }

        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string pack = slash < 0 ? Contents.Id : text[..slash];
        string name = text[(slash + 1)..];
        if (PackIdSyntax().IsMatch(pack) && NameSyntax().IsMatch(name))
        {
            return new CueReference(kind, pack, name, node.Position);
        }

        Values.Error(DiagnosticIds.BadFormat, node, $"'{text}' is not a name: write name, or pack-id/name.");
        return null;
    }

    public static bool IsPackId(string id) => PackIdSyntax().IsMatch(id);

    [GeneratedRegex("^[a-z0-9]+([.-][a-z0-9]+)*\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameSyntax();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PackIdSyntax();
}
