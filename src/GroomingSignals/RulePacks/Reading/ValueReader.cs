using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Turns nodes into values; a node that is not such a value is a diagnostic and gives null.</summary>
internal sealed class ValueReader(Diagnostics diagnostics)
{
    public Diagnostics Diagnostics { get; } = diagnostics;

    public void Error(string id, YamlNode at, string message) => Diagnostics.Error(id, at.Position, message);

    /// <summary>Text that is not blank.</summary>
    public string? Text(YamlNode node, string what)
    {
        if (node is YamlScalar { IsNull: false } scalar && scalar.Value.AsSpan().Trim().Length > 0)
        {
            return scalar.Value;
        }

        Error(DiagnosticIds.WrongShape, node, node is YamlScalar ? $"{what} is empty." : $"{what} is {node.Shape}; text is expected.");
        return null;
    }

    public int? Integer(YamlNode node, string what, int least, int most)
    {
        if (node is YamlScalar { IsPlain: true } scalar
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= least && value <= most)
        {
            return value;
        }

        Error(DiagnosticIds.BadNumber, node, string.Create(CultureInfo.InvariantCulture, $"{what} must be a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>A decimal number in whole millionths, so that the ledger adds up exactly.</summary>
    public int? Micros(YamlNode node, string what)
    {
        if (Decimal(node) is { } value && Math.Abs(value) <= 1000)
        {
            return (int)Math.Round(value * 1_000_000m, MidpointRounding.ToEven);
        }

        Error(DiagnosticIds.BadNumber, node, $"{what} must be a number such as 1.4, within 1000 either way.");
        return null;
    }

    public static decimal? Decimal(YamlNode node) =>
        node is YamlScalar { IsPlain: true } scalar
        && decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : null;

    public bool? Flag(YamlNode node, string what)
    {
        if (node is YamlScalar { IsPlain: true, Value: "true" or "false" } scalar)
        {
            return scalar.Value is "true";
        }

        Error(DiagnosticIds.UnknownValue, node, $"{what} must be true or false.");
        return null;
    }

    /// <summary>A value of a closed list of names.</summary>
    public T? OneOf<T>(YamlNode node, string what, Choices<T> choices)
        where T : struct => IndexOf(node, what, choices) is >= 0 and var index ? choices[index] : null;

    /// <summary>The place of a value in a closed list of names; -1, with a diagnostic, when it has none.</summary>
    public int IndexOf<T>(YamlNode node, string what, Choices<T> choices)
        where T : struct
    {
        if (Text(node, what) is not { } name)
        {
            return -1;
        }

        int index = choices.IndexOf(name);
        if (index < 0)
        {
            Error(DiagnosticIds.UnknownValue, node, $"'{name}' is not a value of {what}: {string.Join(", ", choices.Names)}.{Suggestion.For(name, choices.Names)}");
        }

        return index;
    }

    /// <summary>A span of time such as <c>30m</c>, <c>12h</c>, <c>7d</c> or <c>4w</c>, at most ten years.</summary>
    public TimeSpan? Duration(YamlNode node, string what)
    {
        if (node is YamlScalar scalar && Durations.TryParse(scalar.Value, out var span))
        {
            return span;
        }

        Error(DiagnosticIds.BadFormat, node, $"{what} must be a whole number above 0 with its unit: 30m, 12h, 7d or 4w, at most ten years.");
        return null;
    }

    public YamlMapping? Mapping(YamlNode node, string what)
    {
        if (node is YamlMapping mapping)
        {
            return mapping;
        }

        Error(DiagnosticIds.WrongShape, node, $"{what} is {node.Shape}; a mapping is expected.");
        return null;
    }

    /// <summary>The items of a list; a list without items is a diagnostic.</summary>
    public ImmutableArray<YamlNode> Items(YamlNode node, string what)
    {
        if (node is YamlSequence { Items.Length: > 0 } sequence)
        {
            return sequence.Items;
        }

        Error(DiagnosticIds.WrongShape, node, node is YamlSequence ? $"{what} is empty." : $"{what} is {node.Shape}; a list is expected.");
        return [];
    }

    /// <summary>Two whole numbers, the first not above the second.</summary>
    public (int From, int To)? Range(YamlNode node, string what, int least, int most)
    {
        var items = Items(node, what);
        if (items.Length != 2)
        {
            if (items.Length > 0)
            {
                Error(DiagnosticIds.BadNumber, node, $"{what} must be two whole numbers, [from, to].");
            }

            return null;
        }

        if (Integer(items[0], what, least, most) is not { } from || Integer(items[1], what, least, most) is not { } to)
        {
            return null;
        }

        if (from > to)
        {
            Error(DiagnosticIds.BadNumber, node, $"{what} must not begin above its end.");
            return null;
        }

        return (from, to);
    }
}
