using System.Diagnostics.CodeAnalysis;

namespace GroomingSignals.Data;

/// <summary>Either a value that was read, or the error that stands in its place.</summary>
/// <typeparam name="T">What is read: a conversation, or what a pipeline made of one.</typeparam>
public readonly record struct ReadResult<T>
    where T : class
{
    private ReadResult(string file, long line, T? value, ReadError? error)
    {
        File = file;
        Line = line;
        Value = value;
        Error = error;
    }

    /// <summary>The input as it was named.</summary>
    public string File { get; }

    /// <summary>The line on which the conversation starts, from 1; 0 for an error of the whole input.</summary>
    public long Line { get; }

    /// <summary>The value; null when <see cref="Error"/> is set.</summary>
    public T? Value { get; }

    /// <summary>The error; null when <see cref="Value"/> is set.</summary>
    public ReadError? Error { get; }

    /// <summary>True when there is a value, false when there is an error.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValue => Value is not null;

    internal static ReadResult<T> Of(string file, long line, T value) => new(file, line, value, null);

    internal static ReadResult<T> Failed(ReadError error) => new(error.File, error.Line, null, error);
}
