using System.Collections.Immutable;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Workbench.Corpus;
using GroomingSignals.Workbench.Points;
using GroomingSignals.Workbench.Queue;
using GroomingSignals.Workbench.Review;
using GroomingSignals.Workbench.Settings;
using GroomingSignals.Workbench.Wellness;

namespace GroomingSignals.Workbench.Api;

/// <summary>What one workbench knows and does: the corpus, the policy that stands, and the calls of the page. Thread-safe.</summary>
internal sealed class WorkbenchSession : IAsyncDisposable
{
    private readonly Lock _opening = new();
    private readonly RevealMeter _reveals;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<bool> _scored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile WorkbenchOptions _options;
    private volatile CorpusLoader _loader;
    private volatile SettingsStore _settings;
    private Task _work = Task.CompletedTask;
    private volatile ReadyCorpus? _ready;
    private volatile string? _failure;

    public WorkbenchSession(WorkbenchOptions options)
    {
        _options = options;
        RiskAnalyzer analyzer = options.Analyzer(options.Policy);
        _settings = new SettingsStore(options, analyzer);
        _loader = new CorpusLoader(new ConversationScorer(analyzer), options.Data, options.Threads);
        _reveals = new RevealMeter(options.Wellness, options.Time);
    }

    public Task<bool> Scored => _scored.Task;

    public string? Failure => _failure;

    public void Begin() => _work = Task.Run(Work);

    /// <summary>Stops scoring if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _stop.Dispose();
    }

    public StateAnswer State()
    {
        (long conversations, double? share) = _loader.Progress;
        return new StateAnswer
        {
            Stage = _failure is not null ? "failed" : _ready is null ? "scoring" : "ready",
            Conversations = conversations,
            Share = share,
            Error = _failure,
            Corpus = _ready is { } ready ? CorpusSummary.Of(ready, _settings.Saved, _options) : null,
            Wellness = _options.Wellness,
            Reveals = _reveals.Count(),
        };
    }

    public QueuePage Queue(QueueRequest request)
    {
        ReadyCorpus ready = Ready();
        Candidate candidate = _settings.Candidate(request.Thresholds);
        QueueFilter filter = request.Filter ?? new QueueFilter(null, null, null, null, null);
        return ready.Queue.Read(candidate, ready.Verdicts(candidate), ready.Verdicts(_settings.Saved), filter, request.Offset, request.Count);
    }

    public PointAnswer Point(PointRequest request)
    {
        ReadyCorpus ready = Ready();
        Candidate candidate = _settings.Candidate(request.Thresholds);
        return ready.Points.Point(TrackOf(request), candidate.Policy, _settings.Saved.Policy, _settings.Proposed, Assumptions(request.Workload));
    }

    public CurveAnswer Curve(PointRequest request) => Ready().Points.Curve(TrackOf(request), request.Track, Assumptions(request.Workload));

    public ConversationView Conversation(ConversationRequest request)
    {
        ScoredConversation scored = Find(request.Index);
        Candidate candidate = _settings.Candidate(request.Thresholds);
        return new ConversationReviewer(_settings.Analyzer(candidate), candidate).View(scored, request.Index);
    }

    public RevealedMessage Reveal(RevealRequest request)
    {
        ScoredConversation scored = Find(request.Index);
        if (request.Message < 0 || request.Message >= scored.Source.Conversation.Messages.Count)
        {
            throw WorkbenchRefusal.Wrong("The conversation has no such message.");
        }

        Candidate saved = _settings.Saved;
        TextPiece[] pieces = new ConversationReviewer(_settings.Analyzer(saved), saved).Reveal(scored, request.Message, request.Evidence);
        return new RevealedMessage(request.Message, request.Evidence, pieces, _reveals.Add());
    }

    public RevealCount Rest() => _reveals.Rest();

    public SaveAnswer Save(SaveRequest request)
    {
        ReadyCorpus ready = Ready();
        PlatformAssumptions platform = Assumptions(request.Workload);
        SettingsStore settings = _settings;
        return settings.Save(request, (before, after, by) => SavedRecord.Of(ready, settings.BaseAnalyzer, settings.Proposed, platform, before, after, by));
    }

    public PolicyStanding Standing() => _settings.Standing();

    /// <summary>Opens the policy that another session or an editor wrote, and scores the corpus under it: a policy may change more than thresholds.</summary>
    /// <exception cref="WorkbenchRefusal">There is nothing to open, or it is no policy for these rules.</exception>
    public PolicyStanding Open()
    {
        lock (_opening)
        {
            if (_ready is null && _failure is null)
            {
                throw new WorkbenchRefusal("The corpus is still being scored.");
            }

            if (_settings.Standing().File is not { } file)
            {
                throw new WorkbenchRefusal("The policy is as it was opened.");
            }

            WorkbenchOptions options = _options with { PolicyFile = file, Policy = Loaded(file) };
            RiskAnalyzer analyzer = Built(options, file);
            _ready = null;
            _failure = null;
            _options = options;
            _settings = new SettingsStore(options, analyzer);
            _loader = new CorpusLoader(new ConversationScorer(analyzer), options.Data, options.Threads);
            _work = Task.Run(Work);
            return _settings.Standing();
        }
    }

    private static RiskPolicy Loaded(string file)
    {
        try
        {
            return RiskPolicy.Load(file);
        }
        catch (RulePackException e)
        {
            throw new WorkbenchRefusal($"{file} is no policy that can be opened: {e.Diagnostics[0]}");
        }
    }

    private static RiskAnalyzer Built(WorkbenchOptions options, string file)
    {
        try
        {
            RiskAnalyzer analyzer = options.Analyzer(options.Policy);
            FusedScale.Proposed(analyzer.Policy, analyzer.Classifier);
            return analyzer;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new WorkbenchRefusal($"{file} does not go with these rules and this classifier: {e.Message}");
        }
    }

    private void Work()
    {
        try
        {
            LoadedCorpus corpus = _loader.Load(_stop.Token);
            if (corpus.Conversations.IsEmpty)
            {
                _failure = corpus.Problems.IsEmpty ? "There is no conversation in the data." : corpus.Problems[0];
                _scored.TrySetResult(false);
                return;
            }

            _ready = new ReadyCorpus(corpus, _settings.BaseAnalyzer, Notices(corpus));
            _scored.TrySetResult(true);
        }
        catch (OperationCanceledException)
        {
            _failure = "Stopped.";
            _scored.TrySetResult(false);
        }
        catch (Exception e)
        {
            // The type and nothing more: a message could quote a conversation.
            _failure = $"The corpus could not be scored ({e.GetType().Name}).";
            _scored.TrySetResult(false);
        }
    }

    private ImmutableArray<string> Notices(LoadedCorpus corpus) =>
    [
        .. _options.Notices?.Invoke([.. corpus.Conversations.Select(c => c.Source)]) ?? [],
        .. FusedOnly.Of(_options.Policy, _settings.BaseAnalyzer.Classifier) is { } unused ? [unused] : (string[])[],
    ];

    private ReadyCorpus Ready() => _ready ?? throw new WorkbenchRefusal(_failure ?? "The corpus is still being scored.");

    private ScoredConversation Find(int index) => Ready().Corpus.Conversations is var all && index >= 0 && index < all.Length
        ? all[index]
        : throw WorkbenchRefusal.Wrong("The corpus has no such conversation.");

    private static Track TrackOf(PointRequest request) =>
        TrackNames.Find(request.Track) ?? throw WorkbenchRefusal.Wrong($"There is no track '{request.Track}'.");

    private PlatformAssumptions Assumptions(Workload? workload) => (workload ?? _options.Workload).Assumptions();
}
