using GroomingSignals.Conversations;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Data;

/// <summary>
/// One conversation of an input as it was found, not yet parsed, so that one thread can read while others parse.
/// Dispose it after parsing: it gives its buffer back.
/// </summary>
public sealed class ConversationRecord : IDisposable
{
    private readonly int _length;
    private readonly LabelledConversation? _conversation;
    private readonly ReadError? _error;
    private byte[]? _buffer;

    internal ConversationRecord(string file, RawLine line)
    {
        File = file;
        Line = line.Number;
        Size = line.Length;
        _buffer = line.Buffer;
        _length = line.Length;
    }

    internal ConversationRecord(string file, long line, long size, LabelledConversation conversation)
    {
        File = file;
        Line = line;
        Size = size;
        _conversation = conversation;
    }

    internal ConversationRecord(ReadError error)
    {
        File = error.File;
        Line = error.Line;
        _error = error;
    }

    /// <summary>The input as it was named.</summary>
    public string File { get; }

    /// <summary>The line on which the conversation starts, from 1.</summary>
    public long Line { get; }

    /// <summary>About how many bytes it holds: what a bounded look-ahead counts.</summary>
    public long Size { get; }

    /// <summary>Parses the record. Safe on any thread, once before <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The record was disposed.</exception>
    public ReadResult<Conversation> Parse()
    {
        if (_error is not null)
        {
            return ReadResult<Conversation>.Failed(_error);
        }

        if (_conversation is not null)
        {
            return ReadResult<Conversation>.Of(File, Line, _conversation.Conversation);
        }

        ObjectDisposedException.ThrowIf(_buffer is null, this);
        return ConversationReader.Parse(_buffer.AsSpan(0, _length), File, Line);
    }

    /// <summary>Parses the record with its labels, on the same terms as <see cref="Parse"/>.</summary>
    internal ReadResult<LabelledConversation> ParseLabelled()
    {
        if (_error is not null)
        {
            return ReadResult<LabelledConversation>.Failed(_error);
        }

        if (_conversation is not null)
        {
            return ReadResult<LabelledConversation>.Of(File, Line, _conversation);
        }

        ObjectDisposedException.ThrowIf(_buffer is null, this);
        LabelledConversation? conversation = ConversationParser.ParseLabelled(_buffer.AsSpan(0, _length), out string? reason);
        return conversation is null
            ? ReadResult<LabelledConversation>.Failed(new ReadError(File, Line, reason!))
            : ReadResult<LabelledConversation>.Of(File, Line, conversation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            LineBuffers.Return(buffer);
        }
    }
}
