using System.Collections.Immutable;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Reads the fields of one mapping. What has not been asked for when <see cref="Done"/> is called is not part of the language.</summary>
internal sealed class Fields(YamlMapping mapping, ValueReader values, string owner)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public YamlMapping Mapping { get; } = mapping;

    /// <summary>The node of a field; null when it is missing or says null.</summary>
    public YamlNode? Node(string name)
    {
        _known.Add(name);
        return Mapping.Find(name)?.Value is { IsNull: false } node ? node : null;
    }

    /// <summary>The node of a field that must stand.</summary>
    public YamlNode? Needed(string name)
    {
        if (Node(name) is { } node)
        {
            return node;
        }

        var at = Mapping.Find(name)?.Key.Position ?? Mapping.Position;
        values.Diagnostics.Error(DiagnosticIds.MissingField, at, $"{owner} needs '{name}'.");
        return null;
    }

    public string? Text(string name) => Node(name) is { } node ? values.Text(node, What(name)) : null;

    public string? NeededText(string name) => Needed(name) is { } node ? values.Text(node, What(name)) : null;

    public int? Integer(string name, int least, int most) => Node(name) is { } node ? values.Integer(node, What(name), least, most) : null;

    public int? NeededInteger(string name, int least, int most) =>
        Needed(name) is { } node ? values.Integer(node, What(name), least, most) : null;

    public bool? Flag(string name) => Node(name) is { } node ? values.Flag(node, What(name)) : null;

    public T? OneOf<T>(string name, Choices<T> choices)
        where T : struct => Node(name) is { } node ? values.OneOf(node, What(name), choices) : null;

    public T? NeededOneOf<T>(string name, Choices<T> choices)
        where T : struct => Needed(name) is { } node ? values.OneOf(node, What(name), choices) : null;

    /// <summary>A list of values of a closed list, each once; null when missing.</summary>
    public ImmutableArray<T>? ManyOf<T>(string name, Choices<T> choices)
        where T : struct
    {
        if (Node(name) is not { } node)
        {
            return null;
        }

        ulong taken = 0;
        var some = ImmutableArray.CreateBuilder<T>();
        foreach (var item in values.Items(node, What(name)))
        {
            int index = values.IndexOf(item, What(name), choices);
            if (index >= 0 && (taken >> index & 1) == 0)
            {
                taken |= 1UL << index;
                some.Add(choices[index]);
            }
        }

        return some.DrainToImmutable();
    }

    /// <summary>A list of texts; empty when missing.</summary>
    public ImmutableArray<string> Texts(string name) =>
        Node(name) is { } node ? [.. values.Items(node, What(name)).Select(i => values.Text(i, What(name))).OfType<string>()] : [];

    /// <summary>The fields of a mapping inside this one; null when missing.</summary>
    public Fields? Inner(string name) => Node(name) is { } node ? InnerOf(name, node) : null;

    public Fields? NeededInner(string name) => Needed(name) is { } node ? InnerOf(name, node) : null;

    /// <summary>Reports what the language does not have.</summary>
    public void Done()
    {
        foreach (var entry in Mapping.Entries)
        {
            if (!_known.Contains(entry.Name))
            {
                values.Diagnostics.Error(
                    DiagnosticIds.UnknownField, entry.Key.Position, $"{owner} has no field '{entry.Name}'.{Suggestion.For(entry.Name, _known)}");
            }
        }
    }

    private Fields? InnerOf(string name, YamlNode node) =>
        values.Mapping(node, What(name)) is { } inner ? new Fields(inner, values, What(name)) : null;

    private static string What(string name) => $"'{name}'";
}
