using System.Runtime.CompilerServices;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Data;

/// <summary>
/// Reads conversations from JSON Lines or CSV, plain or gzip, one at a time: memory holds the conversation in hand, never the file.
/// What cannot be read is a <see cref="ReadError"/> in its place, and reading goes on. Hostile text never throws.
/// </summary>
/// <remarks>
/// CSV has the columns of <see cref="LabelledReader"/>, under the same names, and only the text is required; columns of labels are passed over. Without
/// a column for the conversation each row is one of its own, whose id is the index of its row from 0; without a column for the sender all messages are
/// from <see cref="LabelledReader.SharedSender"/>.
/// </remarks>
public static class ConversationReader
{
    /// <summary>Reads a file, or standard input for <c>-</c>. A missing or unreadable file is a single error on line 0.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    public static IEnumerable<ReadResult<Conversation>> Read(string path, ReadOptions? options = null) =>
        Parse(ReadRecords(path, options));

    /// <summary>Reads a stream, and closes it at the end.</summary>
    /// <param name="stream">The stream; it need not seek.</param>
    /// <param name="name">How errors name it; its extension tells the format.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    public static IEnumerable<ReadResult<Conversation>> Read(Stream stream, string name, ReadOptions? options = null) =>
        Parse(ReadRecords(stream, name, options));

    /// <summary>Reads a file as <see cref="Read(string, ReadOptions?)"/> does, off the caller's thread.</summary>
    /// <param name="path">The file, or <c>-</c>.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading between two conversations.</param>
    public static async IAsyncEnumerable<ReadResult<Conversation>> ReadAsync(
        string path, ReadOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using IEnumerator<ReadResult<Conversation>> results = Read(path, options).GetEnumerator();
        while (await Task.Run(results.MoveNext, cancellationToken).ConfigureAwait(false))
        {
            yield return results.Current;
        }
    }

    /// <summary>Reads the records of a file without parsing them. Dispose each one.</summary>
    /// <param name="path">The file, or <c>-</c>.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    public static IEnumerable<ConversationRecord> ReadRecords(string path, ReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return InputRecords.Read(path, null, options ?? ReadOptions.Default, labelled: false);
    }

    /// <summary>Reads the records of a stream without parsing them, and closes it at the end. Dispose each one.</summary>
    /// <param name="stream">The stream; it need not seek.</param>
    /// <param name="name">How errors name it; its extension tells the format.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    public static IEnumerable<ConversationRecord> ReadRecords(Stream stream, string name, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return InputRecords.Read(name, stream, options ?? ReadOptions.Default, labelled: false);
    }

    /// <summary>Parses one conversation from the JSON of one line.</summary>
    /// <param name="json">UTF-8; broken pieces become U+FFFD, escaped lone surrogates are kept.</param>
    /// <param name="file">How an error names the input.</param>
    /// <param name="line">The line that an error names.</param>
    public static ReadResult<Conversation> Parse(ReadOnlySpan<byte> json, string file = "-", long line = 1)
    {
        Conversation? conversation = ConversationParser.Parse(json, out string? reason);
        return conversation is null
            ? ReadResult<Conversation>.Failed(new ReadError(file, line, reason!))
            : ReadResult<Conversation>.Of(file, line, conversation);
    }

    private static IEnumerable<ReadResult<Conversation>> Parse(IEnumerable<ConversationRecord> records)
    {
        foreach (ConversationRecord record in records)
        {
            using (record)
            {
                yield return record.Parse();
            }
        }
    }
}
