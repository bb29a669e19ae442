using System.Runtime.CompilerServices;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Data;

/// <summary>
/// Reads on one thread, parses and works on several, and gives the results in the order of the input.
/// What is in hand is bounded by count and by bytes, so memory does not grow with the input.
/// </summary>
public static class ConversationPipeline
{
    /// <summary>Runs a pipeline over files, one after the other.</summary>
    /// <typeparam name="T">What is made of each conversation.</typeparam>
    /// <param name="paths">The files; <c>-</c> is standard input.</param>
    /// <param name="work">Makes a result of a conversation; called on several threads at once. What it throws is thrown to the caller, in its place.</param>
    /// <param name="options">Threads and look-ahead; the defaults when null.</param>
    /// <param name="readOptions">How to read; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the pipeline.</param>
    public static IEnumerable<ReadResult<T>> Run<T>(
        IEnumerable<string> paths, Func<Conversation, T> work, PipelineOptions? options = null, ReadOptions? readOptions = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Run(paths.SelectMany(path => ConversationReader.ReadRecords(path, readOptions)), work, options, cancellationToken);
    }

    /// <summary>Runs a pipeline over records, and disposes each one.</summary>
    /// <typeparam name="T">What is made of each conversation.</typeparam>
    /// <param name="records">The records; read on a thread of its own.</param>
    /// <param name="work">Makes a result of a conversation; called on several threads at once. What it throws is thrown to the caller, in its place.</param>
    /// <param name="options">Threads and look-ahead; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the pipeline.</param>
    public static IEnumerable<ReadResult<T>> Run<T>(
        IEnumerable<ConversationRecord> records, Func<Conversation, T> work, PipelineOptions? options = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(work);
        return Results(records, work, options ?? PipelineOptions.Default, cancellationToken);
    }

    /// <summary>Runs a pipeline over files without blocking the caller.</summary>
    /// <typeparam name="T">What is made of each conversation.</typeparam>
    /// <param name="paths">The files; <c>-</c> is standard input.</param>
    /// <param name="work">Makes a result of a conversation; called on several threads at once.</param>
    /// <param name="options">Threads and look-ahead; the defaults when null.</param>
    /// <param name="readOptions">How to read; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the pipeline.</param>
    public static async IAsyncEnumerable<ReadResult<T>> RunAsync<T>(
        IEnumerable<string> paths, Func<Conversation, T> work, PipelineOptions? options = null, ReadOptions? readOptions = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class
    {
        using IEnumerator<ReadResult<T>> results = Run(paths, work, options, readOptions, cancellationToken).GetEnumerator();
        while (await Task.Run(results.MoveNext, cancellationToken).ConfigureAwait(false))
        {
            yield return results.Current;
        }
    }

    private static IEnumerable<ReadResult<T>> Results<T>(
        IEnumerable<ConversationRecord> records, Func<Conversation, T> work, PipelineOptions options, CancellationToken cancellationToken)
        where T : class
    {
        using PipelineWindow<T> window = new(work, options);
        using CancellationTokenRegistration stop = cancellationToken.Register(window.Stop);
        window.Start(records);
        while (window.TryTake(out ReadResult<T> result))
        {
            yield return result;
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
