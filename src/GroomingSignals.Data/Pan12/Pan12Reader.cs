using System.Xml;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Data.Pan12;

/// <summary>
/// Reads a corpus in the format of the sexual predator identification task of PAN-2012 from the user's own path, one conversation at a time:
/// <c>conversations/conversation[@id]/message[@line]/(author, time, text)</c>, plain or gzip. No corpus is shipped or fetched.
/// </summary>
/// <remarks>
/// <para>A conversation is labelled as grooming when an author on the list of predators writes in it; every author is labelled by that list, and
/// with a list of lines every message of the conversations that it names.</para>
/// <para>The format has times of day only (<c>HH:MM</c>), without date and zone. Times are kept on days counted from 2000-01-01: a step back of more
/// than twelve hours is taken for midnight, a smaller one for a clock that went back. No offset is stated, so that assessments state it as assumed,
/// and gaps of more than a day cannot be seen.</para>
/// <para>DTDs are refused: nothing outside the file is ever read.</para>
/// </remarks>
/// <param name="labels">Who grooms, and in which lines.</param>
public sealed class Pan12Reader(Pan12Labels labels)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <summary>Reads a file. A file that is missing or not of the format is an error; a conversation that cannot be read is one in its place.</summary>
    /// <param name="path">The file.</param>
    public IEnumerable<ReadResult<LabelledConversation>> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ReadInput(() => (InputFile.Open(path, AnyContent, out string? reason), reason), path);
    }

    /// <summary>Reads a stream, and closes it at the end.</summary>
    /// <param name="stream">The stream; it need not seek.</param>
    /// <param name="name">How errors name it.</param>
    public IEnumerable<ReadResult<LabelledConversation>> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return ReadInput(() => (InputFile.Open(stream, name, AnyContent, out string? reason), reason), name);
    }

    // The format is known: it need not be looked for.
    private static ReadOptions AnyContent => new() { Format = ConversationFormat.JsonLines };

    private IEnumerable<ReadResult<LabelledConversation>> ReadInput(Func<(InputFile? Input, string? Reason)> open, string name)
    {
        (InputFile? opened, string? reason) = open();
        using InputFile? input = opened;
        if (input is null)
        {
            yield return ReadResult<LabelledConversation>.Failed(new ReadError(name, 0, reason!));
            yield break;
        }

        bool hasDtd = HasDtd(input);
        using XmlReader xml = XmlReader.Create(input.Stream, Settings);
        Pan12Conversation conversations = new(xml, name, labels);
        while (true)
        {
            ReadResult<LabelledConversation>? result = Next(conversations, input, hasDtd, out bool ended);
            if (result is { } found)
            {
                yield return found;
            }

            if (ended)
            {
                yield break;
            }
        }
    }

    // The parser's own words for it depend on how the runtime was built.
    private static bool HasDtd(InputFile input) => input.Head.IndexOf("<!DOCTYPE"u8) >= 0;

    private static ReadResult<LabelledConversation>? Next(Pan12Conversation conversations, InputFile input, bool hasDtd, out bool ended)
    {
        string reason;
        long line;
        try
        {
            ReadResult<LabelledConversation>? result = conversations.Next();
            ended = result is null;
            return result;
        }
        catch (XmlException exception)
        {
            // Its message may quote the file: only the place is passed on.
            line = exception.LineNumber;
            reason = hasDtd && !conversations.Entered
                ? "has a DTD (<!DOCTYPE>), which is refused: nothing outside the file is ever read; take it out"
                : "malformed XML; what follows is lost";
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            reason = InputFile.ReasonOf(exception, input.Compressed);
            line = 0;
        }

        ended = true;
        return ReadResult<LabelledConversation>.Failed(new ReadError(input.Name, line, reason));
    }
}
