using System.Text;

namespace GroomingSignals.Data.Reading;

/// <summary>An input that was opened: gzip undone, byte order mark passed over, format known.</summary>
internal sealed class InputFile : IDisposable
{
    private const int HeadBytes = 4096;

    private InputFile(string name, PeekStream stream, ConversationFormat format, bool compressed)
    {
        Name = name;
        Stream = stream;
        Format = format;
        Compressed = compressed;
    }

    public string Name { get; }

    public PeekStream Stream { get; }

    /// <summary>The first bytes, before anything is read.</summary>
    public ReadOnlySpan<byte> Head => Stream.Head;

    public ConversationFormat Format { get; }

    public bool Compressed { get; }

    /// <summary>Opens a file, or standard input for <c>-</c>; gives the reason when it cannot.</summary>
    public static InputFile? Open(string path, ReadOptions options, out string? reason)
    {
        try
        {
            if (string.Equals(path, "-", StringComparison.Ordinal))
            {
                return Open(Console.OpenStandardInput(), path, options, out reason);
            }

            if (Directory.Exists(path))
            {
                reason = "is a directory, not a file";
                return null;
            }

            if (!File.Exists(path))
            {
                reason = "file not found";
                return null;
            }

            FileStream file = new(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete });
            return Open(file, path, options, out reason);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            reason = "cannot be opened: " + (exception is UnauthorizedAccessException ? "access denied" : "the system reports an input error");
            return null;
        }
    }

    /// <summary>Looks at the start of a stream; gives the reason when it is nothing that can be read. Owns the stream.</summary>
    public static InputFile? Open(Stream stream, string name, ReadOptions options, out string? reason)
    {
        PeekStream? content = null;
        bool compressed = false;
        try
        {
            content = new PeekStream(stream);
            compressed = content.Peek(2).SequenceEqual<byte>([0x1F, 0x8B]);
            if (compressed)
            {
                content = new PeekStream(new GzipInput(content));
            }
            else
            {
                content = new PeekStream(content);
            }

            ReadOnlySpan<byte> head = content.Peek(HeadBytes);
            if (head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]))
            {
                content.Dispose();
                reason = "is UTF-16: save it as UTF-8";
                return null;
            }

            bool marked = head.StartsWith<byte>([0xEF, 0xBB, 0xBF]);
            ConversationFormat format = options.Format != ConversationFormat.Detect ? options.Format : FormatOf(name, marked ? head[3..] : head);
            content.Discard(marked ? 3 : 0);
            reason = null;
            return new InputFile(name, content, format, compressed);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            content?.Dispose();
            reason = ReasonOf(exception, compressed);
            return null;
        }
    }

    /// <summary>Why reading on is impossible.</summary>
    public static string ReasonOf(Exception exception, bool compressed) =>
        compressed && exception is InvalidDataException
            ? "gzip data is damaged or cut short; what follows is lost"
            : "reading failed: the system reports an input error";

    public void Dispose() => Stream.Dispose();

    private static ConversationFormat FormatOf(string name, ReadOnlySpan<byte> head)
    {
        string plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        switch (Path.GetExtension(plain).ToUpperInvariant())
        {
            case ".JSONL" or ".NDJSON" or ".JSON":
                return ConversationFormat.JsonLines;
            case ".CSV" or ".TSV":
                return ConversationFormat.Csv;
        }

        head = head.TrimStart(" \t\r\n"u8);
        int end = head.IndexOfAny((byte)'\r', (byte)'\n');
        ReadOnlySpan<byte> first = end < 0 ? head : head[..end];
        return !first.StartsWith((byte)'{') && CsvSynonyms.IsHeader(Encoding.UTF8.GetString(first)) ? ConversationFormat.Csv : ConversationFormat.JsonLines;
    }
}
