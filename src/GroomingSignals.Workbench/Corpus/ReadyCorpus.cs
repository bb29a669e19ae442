using System.Collections.Immutable;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Workbench.Points;
using GroomingSignals.Workbench.Queue;
using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Corpus;

/// <summary>A scored corpus with everything that answers about it. What was judged for the last few candidates is kept. Thread-safe.</summary>
internal sealed class ReadyCorpus
{
    private const int KeptVerdicts = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<(Candidate Candidate, Verdicts Verdicts)> _kept = new();

    public ReadyCorpus(LoadedCorpus corpus, RiskAnalyzer analyzer, ImmutableArray<string> notices)
    {
        Notices = notices;
        Corpus = corpus;
        Queue = new QueueReader(corpus);
        Planned = new ScoredCorpus([.. corpus.Conversations.Select(c => c.Row)], analyzer, corpus.Conversations.Count(c => c.Source.Synthetic));
        Points = new PointReader(Planned);
        Facets = CorpusFacets.Of(corpus);
    }

    public LoadedCorpus Corpus { get; }

    /// <summary>What a person must know of it under these settings.</summary>
    public ImmutableArray<string> Notices { get; }

    /// <summary>The same conversations as the planner sees them.</summary>
    public ScoredCorpus Planned { get; }

    /// <summary>What there is to filter by.</summary>
    public CorpusFacets Facets { get; }

    public QueueReader Queue { get; }

    public PointReader Points { get; }

    public Verdicts Verdicts(Candidate candidate)
    {
        lock (_lock)
        {
            for (LinkedListNode<(Candidate Candidate, Verdicts Verdicts)>? node = _kept.First; node is not null; node = node.Next)
            {
                if (ReferenceEquals(node.Value.Candidate, candidate))
                {
                    _kept.Remove(node);
                    _kept.AddFirst(node);
                    return node.Value.Verdicts;
                }
            }

            Verdicts verdicts = Workbench.Queue.Verdicts.Of(Corpus, candidate);
            _kept.AddFirst((candidate, verdicts));
            if (_kept.Count > KeptVerdicts)
            {
                _kept.RemoveLast();
            }

            return verdicts;
        }
    }
}
