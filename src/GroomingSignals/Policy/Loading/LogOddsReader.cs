using System.Globalization;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;

namespace GroomingSignals.Policy.Loading;

/// <summary>Reads numbers with decimals into whole millionths.</summary>
internal static class LogOddsReader
{
    /// <summary>The field in millionths; null when it is missing, or wrong and reported.</summary>
    public static int? Read(ValueReader values, Fields fields, string name, int least, int most)
    {
        if (fields.Node(name) is not { } node)
        {
            return null;
        }

        if (ValueReader.Decimal(node) is { } value && value >= least && value <= most)
        {
            return (int)Math.Round(value * 1_000_000m, MidpointRounding.ToEven);
        }

        values.Error(DiagnosticIds.BadNumber, node, string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a number from {least} to {most}, such as 0.35."));
        return null;
    }
}
