namespace GroomingSignals.Cli.Commands;

/// <summary>One line of two ledgers, in log-odds; 0 where a ledger does not have it.</summary>
internal sealed record LedgerChange(string Name, decimal Old, decimal New)
{
    public decimal Delta => New - Old;
}
