using GroomingSignals.Data;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Workbench.Corpus;

/// <summary>Reads and scores the corpus, and tells how far it is. What cannot be read is counted and named, and the rest goes on.</summary>
internal sealed class CorpusLoader(ConversationScorer scorer, IReadOnlyList<string> paths, int threads)
{
    private const int NamedProblems = 20;

    /// <summary>How many conversations are scored at a time: enough for all threads, few enough to hold.</summary>
    private const int Batch = 512;

    private readonly List<ScoredConversation> _scored = [];
    private readonly List<string> _problems = [];
    private readonly long _totalBytes = paths.Sum(p => File.Exists(p) ? new FileInfo(p).Length : 0);
    private long _unread;
    private long _done;
    private long _bytes;

    /// <summary>Conversations scored so far, and the share of the input that was read, in [0, 1]; null where it is not known.</summary>
    public (long Conversations, double? Share) Progress =>
        (Interlocked.Read(ref _done), _totalBytes > 0 ? Math.Min(1, (double)Interlocked.Read(ref _bytes) / _totalBytes) : null);

    public LoadedCorpus Load(CancellationToken cancellationToken)
    {
        LabelledReader reader = new(new ReadOptions { LabelRequired = false });
        foreach (ReadResult<LabelledConversation>[] batch in paths.SelectMany(path => Read(reader, path)).Chunk(Batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Score(batch, cancellationToken);
        }

        return new LoadedCorpus
        {
            Conversations = [.. _scored],
            Rules = scorer.Rules,
            Problems = [.. _problems],
            Unread = _unread,
            HasSynthetic = _scored.Exists(c => c.Source.Synthetic),
        };
    }

    /// <summary>Counts the bytes of what is a file; standard input has no length.</summary>
    private IEnumerable<ReadResult<LabelledConversation>> Read(LabelledReader reader, string path) =>
        File.Exists(path)
            ? reader.Read(new CountingStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), count => Interlocked.Add(ref _bytes, count)), path)
            : reader.Read(path);

    private void Score(ReadResult<LabelledConversation>[] batch, CancellationToken cancellationToken)
    {
        (ScoredConversation? Scored, string? Problem)[] results = new (ScoredConversation?, string?)[batch.Length];
        Parallel.For(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, i =>
        {
            results[i] = One(batch[i]);
            Interlocked.Increment(ref _done);
        });
        foreach ((ScoredConversation? scored, string? problem) in results)
        {
            if (scored is not null)
            {
                _scored.Add(scored);
                continue;
            }

            _unread++;
            if (_problems.Count < NamedProblems)
            {
                _problems.Add(problem!);
            }
        }
    }

    private (ScoredConversation? Scored, string? Problem) One(ReadResult<LabelledConversation> result)
    {
        if (!result.IsValue)
        {
            return (null, result.Error.ToString());
        }

        try
        {
            return (scorer.Score(result.Value), null);
        }
        catch (ArgumentException e)
        {
            return (null, new ReadError(result.File, result.Line, e.Message).ToString());
        }
    }
}
