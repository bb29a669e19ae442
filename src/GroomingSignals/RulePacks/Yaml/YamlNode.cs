#pragma warning disable MA0048 // the three shapes of a node read best in one place
using System.Collections.Immutable;

namespace GroomingSignals.RulePacks.Yaml;

/// <summary>A part of a YAML file that knows where it stands. Plain data: nothing in it is ever turned into a .NET type by name.</summary>
internal abstract class YamlNode(SourcePosition position)
{
    public SourcePosition Position { get; } = position;

    /// <summary>What the node is, in words for a diagnostic.</summary>
    public abstract string Shape { get; }

    /// <summary>True for a plain empty value, <c>~</c> or <c>null</c>.</summary>
    public virtual bool IsNull => false;
}

internal sealed class YamlScalar(SourcePosition position, string value, bool isPlain) : YamlNode(position)
{
    public string Value { get; } = value;

    /// <summary>True when it stands without quotes: only such a value can be a number, a truth value or null.</summary>
    public bool IsPlain { get; } = isPlain;

    public override string Shape => IsNull ? "nothing" : "a single value";

    public override bool IsNull => IsPlain && (Value is "" or "~" or "null");
}

internal sealed class YamlSequence(SourcePosition position, ImmutableArray<YamlNode> items) : YamlNode(position)
{
    public ImmutableArray<YamlNode> Items { get; } = items;

    public override string Shape => "a list";
}

internal sealed class YamlMapping(SourcePosition position, ImmutableArray<YamlEntry> entries) : YamlNode(position)
{
    public ImmutableArray<YamlEntry> Entries { get; } = entries;

    public override string Shape => "a mapping";

    /// <summary>The entry of a key; null when there is none.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Name, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }
}

internal sealed class YamlEntry(YamlScalar key, YamlNode value)
{
    public YamlScalar Key { get; } = key;

    public YamlNode Value { get; } = value;

    public string Name => Key.Value;
}
