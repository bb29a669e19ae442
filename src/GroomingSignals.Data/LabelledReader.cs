using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Data;

/// <summary>
/// Reads labelled conversations from JSON Lines or CSV, plain or gzip, one at a time. What cannot be read is a <see cref="ReadError"/> in its place,
/// and reading goes on. One reader takes all inputs of a data set, so that ids are unique over all of them: an id that comes again is an error.
/// </summary>
/// <remarks>
/// <para>JSON Lines are those of <see cref="ConversationReader"/> with <c>label</c> (0 or 1, or true or false, as number, boolean or string; null or
/// missing is no label), and where there is more: <c>label</c> of each participant, <c>tactics</c> of each message, <c>groups</c> (an object of strings)
/// and <c>synthetic</c>.</para>
/// <para>CSV has one message a row under a header, in any order. Case does not count, nor whether words are parted by space, hyphen or underscore.
/// Required are text (<c>text</c>, <c>message</c>, <c>body</c>, <c>content</c>, <c>utterance</c>) and
/// label (<c>label</c>, <c>class</c>, <c>target</c>, <c>is_grooming</c>, <c>grooming</c>). Known are
/// the conversation (<c>conversation_id</c>, <c>conversation</c>, <c>chat_id</c>, <c>chat</c>, <c>dialogue_id</c>, <c>thread_id</c>, <c>id</c>),
/// the message (<c>message_id</c>, <c>msg_id</c>),
/// the sender (<c>sender_id</c>, <c>sender</c>, <c>author_id</c>, <c>author</c>, <c>user_id</c>, <c>user</c>, <c>speaker</c>, <c>from</c>),
/// the time (<c>sent_at</c>, <c>time</c>, <c>timestamp</c>, <c>datetime</c>, <c>date</c>, <c>created_at</c>), <c>sender_age_band</c> or <c>age_band</c>,
/// <c>tags</c>, <c>sender_label</c> (<c>author_label</c>, <c>participant_label</c>), <c>tactics</c>, <c>synthetic</c>, and as groups <c>language</c>,
/// <c>dialect</c> and every <c>group:NAME</c>. Of several names for one column the first of its list counts.
/// Rows of a conversation stand together, and their labels agree; an empty label says nothing. Without a column for the conversation each row is one
/// of its own; without a column for the sender all messages are from <see cref="SharedSender"/>.</para>
/// <para>Bytes that are not UTF-8 become U+FFFD.</para>
/// </remarks>
/// <param name="options">How to read; the defaults when null.</param>
public sealed class LabelledReader(ReadOptions? options = null)
{
    /// <summary>The sender of every message of a CSV file that names none.</summary>
    public const string SharedSender = "sender";

    private readonly ReadOptions _options = options ?? ReadOptions.Default;
    private readonly SeenIds _seen = new();
    private long _next;

    /// <summary>Reads a file, or standard input for <c>-</c>. A missing or unreadable file is a single error on line 0.</summary>
    /// <param name="path">The file.</param>
    public IEnumerable<ReadResult<LabelledConversation>> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(InputRecords.Read(path, null, _options, labelled: true));
    }

    /// <summary>Reads a stream, and closes it at the end.</summary>
    /// <param name="stream">The stream; it need not seek.</param>
    /// <param name="name">How errors name it; its extension tells the format.</param>
    public IEnumerable<ReadResult<LabelledConversation>> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Parse(InputRecords.Read(name, stream, _options, labelled: true));
    }

    private IEnumerable<ReadResult<LabelledConversation>> Parse(IEnumerable<ConversationRecord> records)
    {
        foreach (ConversationRecord record in records)
        {
            using (record)
            {
                yield return Identify(record.ParseLabelled());
            }
        }
    }

    /// <summary>Gives an id to a conversation without one: its index among all records, those that cannot be read counted too.</summary>
    private ReadResult<LabelledConversation> Identify(ReadResult<LabelledConversation> result)
    {
        long index = _next++;
        if (!result.IsValue)
        {
            return result;
        }

        Conversation conversation = result.Value.Conversation;
        string id = conversation.Id ?? index.ToString(CultureInfo.InvariantCulture);
        if (!_seen.Add(id))
        {
            return ReadResult<LabelledConversation>.Failed(new ReadError(
                result.File, result.Line, $"the conversation id {Quoted.Of(id)} was used before; ids must be unique over all inputs"));
        }

        return conversation.Id is not null
            ? result
            : ReadResult<LabelledConversation>.Of(result.File, result.Line, result.Value with { Conversation = conversation with { Id = id } });
    }
}
