namespace GroomingSignals.Data;

/// <summary>How to read an input; the defaults are right for most.</summary>
public sealed record ReadOptions
{
    /// <summary>The longest line, or CSV field, that is read unless said otherwise: 256 MiB.</summary>
    public const int DefaultMaxLineBytes = 256 * 1024 * 1024;

    /// <summary>The defaults.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>The format; detected unless said otherwise. Gzip is always detected, by its magic bytes.</summary>
    public ConversationFormat Format { get; init; }

    /// <summary>True, unless said otherwise, when labelled CSV without a column for the label is refused; false to read its conversations without labels.</summary>
    public bool LabelRequired { get; init; } = true;

    /// <summary>The longest line in bytes (CSV: the longest field in characters). A longer line is an error, and reading goes on with the next. At most 1 GiB.</summary>
    public int MaxLineBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
            field = value;
        }
    } = DefaultMaxLineBytes;
}
