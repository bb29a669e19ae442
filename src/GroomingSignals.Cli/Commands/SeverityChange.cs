using GroomingSignals.Assessment;

namespace GroomingSignals.Cli.Commands;

/// <summary>A conversation whose severity is another one under the new pack, and the ledger lines that differ.</summary>
/// <param name="ConversationId">The id; null when it has none.</param>
/// <param name="File">The input.</param>
/// <param name="Line">Where it starts in the input.</param>
/// <param name="Old">What the old pack says.</param>
/// <param name="New">What the new pack says.</param>
/// <param name="Lines">The lines that differ, those that moved the score most in front.</param>
internal sealed record SeverityChange(
    string? ConversationId, string File, long Line, RiskAssessment Old, RiskAssessment New, IReadOnlyList<LedgerChange> Lines)
{
    /// <summary>The differing lines of two ledgers.</summary>
    public static IReadOnlyList<LedgerChange> Compare(RiskAssessment old, RiskAssessment @new)
    {
        var before = old.Contributions.GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Value), StringComparer.Ordinal);
        var after = @new.Contributions.GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Value), StringComparer.Ordinal);
        return
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .Select(name => new LedgerChange(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
                .Where(line => line.Delta != 0)
                .OrderByDescending(line => Math.Abs(line.Delta))
                .ThenBy(line => line.Name, StringComparer.Ordinal),
        ];
    }
}
