using System.Collections.Immutable;
using GroomingSignals.RulePacks.Reading;

namespace GroomingSignals.RulePacks.Testing;

/// <summary>Reads what a test asks beyond match or no match.</summary>
internal sealed class AssertionReader(ValueReader values)
{
    public (ImmutableArray<string>? Spans, double? RiskAtLeast, double? RiskAtMost, int? FirstMatch) Read(
        Fields fields, RuleTestExpectation? expect, int messages)
    {
        ImmutableArray<string>? spans = fields.Node("spans") is null ? null : fields.Texts("spans");
        int? first = fields.Integer("firstMatch", 1, 100_000);
        var (atLeast, atMost) = Risk(fields);
        if (expect is RuleTestExpectation.NoMatch or RuleTestExpectation.TodoNoMatch)
        {
            foreach (string field in new[] { "spans", "firstMatch" })
            {
                if (fields.Node(field) is { } node)
                {
                    values.Error(DiagnosticIds.ImpossibleAssertion, node, $"Where no match is expected there is nothing to say with '{field}'.");
                }
            }
        }
        else if (first > messages)
        {
            values.Error(DiagnosticIds.ImpossibleAssertion, fields.Node("firstMatch")!, "The test has fewer messages.");
        }

        return (spans, atLeast, atMost, first);
    }

    private (double? AtLeast, double? AtMost) Risk(Fields fields)
    {
        if (fields.Inner("risk") is not { } risk)
        {
            return (null, null);
        }

        double? atLeast = Share(risk, "atLeast");
        double? atMost = Share(risk, "atMost");
        risk.Done();
        if (risk.Mapping.Entries.IsEmpty)
        {
            values.Error(DiagnosticIds.MissingField, risk.Mapping, "'risk' needs 'atLeast', 'atMost' or both.");
        }

        if (atLeast > atMost)
        {
            values.Error(DiagnosticIds.ImpossibleAssertion, risk.Mapping, "'atLeast' is above 'atMost'.");
        }

        return (atLeast, atMost);
    }

    private double? Share(Fields fields, string name)
    {
        if (fields.Node(name) is not { } node)
        {
            return null;
        }

        if (ValueReader.Decimal(node) is { } value && value is >= 0 and <= 1)
        {
            return (double)value;
        }

        values.Error(DiagnosticIds.BadNumber, node, $"'{name}' must be a number from 0 to 1.");
        return null;
    }
}
