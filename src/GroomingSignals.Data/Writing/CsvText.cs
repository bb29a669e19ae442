namespace GroomingSignals.Data.Writing;

/// <summary>Fields as RFC 4180 writes them.</summary>
internal static class CsvText
{
    /// <summary>Fields as one row, without its line end.</summary>
    public static string Row(params string[] fields) => string.Join(',', fields.Select(Field));

    /// <summary>A field: quoted when a reader would take it apart or trim it.</summary>
    private static string Field(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") >= 0 || field.AsSpan().Trim().Length != field.Length
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
