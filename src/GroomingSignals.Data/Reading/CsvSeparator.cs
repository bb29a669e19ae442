namespace GroomingSignals.Data.Reading;

/// <summary>What a header of another kind of table is told: spreadsheets of many languages write semicolons, and copied tables hold tabs.</summary>
internal static class CsvSeparator
{
    /// <summary>Says what separates a header in which no column was found; null when it is neither a semicolon nor a tab.</summary>
    public static string? Refusal(string[] header)
    {
        string? found = header.Any(h => h.Contains(';', StringComparison.Ordinal)) ? "semicolons"
            : header.Any(h => h.Contains('\t', StringComparison.Ordinal)) ? "tabs"
            : null;
        return found is null ? null : $"the header is separated by {found}; save the file with commas between its columns";
    }
}
