using GroomingSignals.Cli.Invocation;
using GroomingSignals.Data;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Cli.Commands;

/// <summary>The inputs of a run, and how much of them has been read.</summary>
internal sealed class InputFiles(IReadOnlyList<string> paths, CommandContext context)
{
    private long _read;

    /// <summary>The bytes of all inputs together; null when some are not files.</summary>
    public long? TotalBytes { get; } = Size(paths);

    public long BytesRead => Interlocked.Read(ref _read);

    public IEnumerable<ConversationRecord> Records() => Each(path => ConversationReader.ReadRecords(path), (stream, path) => ConversationReader.ReadRecords(stream, path));

    /// <summary>The labelled conversations of all inputs, whose ids are unique together.</summary>
    public IEnumerable<ReadResult<LabelledConversation>> Labelled()
    {
        var reader = new LabelledReader();
        return Each(reader.Read, reader.Read);
    }

    private static long? Size(IReadOnlyList<string> paths)
    {
        long total = 0;
        foreach (string path in paths)
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return null;
            }

            total += file.Length;
        }

        return total;
    }

    private IEnumerable<T> Each<T>(Func<string, IEnumerable<T>> file, Func<Stream, string, IEnumerable<T>> stream) =>
        paths.SelectMany(path => string.Equals(path, "-", StringComparison.Ordinal) ? stream(new CountingStream(context.Input(), Count), path)

            // Bytes are counted only for whoever watches; a path that is no readable file is the reader's to explain.
            : context.ErrorIsTerminal && TryOpen(path) is { } opened ? stream(new CountingStream(opened, Count), path)
            : file(path));

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return File.Exists(path)
                ? new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete })
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Count(int bytes) => Interlocked.Add(ref _read, bytes);
}
