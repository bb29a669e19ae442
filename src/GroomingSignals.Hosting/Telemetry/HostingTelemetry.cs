using System.Diagnostics;
using System.Diagnostics.Metrics;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Monitoring;
using GroomingSignals.Hosting.Storage;

namespace GroomingSignals.Hosting.Telemetry;

/// <summary>Metrics and traces. Tags are of few values each: never a user, a conversation or a text.</summary>
internal sealed class HostingTelemetry : IDisposable
{
    public const string Name = "GroomingSignals";

    private readonly ActivitySource _activities = new(Name);
    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _analysis;
    private readonly Histogram<double> _commit;
    private readonly Counter<long> _alerts;
    private readonly Counter<long> _tactics;
    private readonly Counter<long> _truncations;
    private readonly Counter<long> _reloads;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _erasures;

    public HostingTelemetry(IMeterFactory? factory)
    {
        _ownsMeter = factory is null;
        _meter = factory?.Create(Name) ?? new Meter(Name);
        _messages = _meter.CreateCounter<long>("grooming_signals.messages", "{message}", "Messages by what became of them.");
        _analysis = _meter.CreateHistogram<double>("grooming_signals.analysis.duration", "s", "Time to read and fold one message.", advice: Buckets(0.000001m, 0.1m));
        _commit = _meter.CreateHistogram<double>("grooming_signals.commit.duration", "s", "Time until the store has acknowledged a commit.", advice: Buckets(0.00001m, 10m));
        _alerts = _meter.CreateCounter<long>("grooming_signals.alerts", "{alert}", "Alerts by severity.");
        _tactics = _meter.CreateCounter<long>("grooming_signals.tactics", "{match}", "Matches of rules by tactic.");
        _truncations = _meter.CreateCounter<long>("grooming_signals.truncations", "{truncation}", "Limits that were hit: texts, matches, history, evidence, pairs or participants given up.");
        _reloads = _meter.CreateCounter<long>("grooming_signals.reloads", "{reload}", "Loads of packs, policy and model by outcome.");
        _failures = _meter.CreateCounter<long>("grooming_signals.store.failures", "{failure}", "Reads and commits that the store failed, and commits that met another writer.");
        _erasures = _meter.CreateCounter<long>("grooming_signals.erasures", "{conversation}", "Conversations erased, by reason.");
    }

    public bool Traces => _activities.HasListeners();

    public bool TimesAnalysis => _analysis.Enabled;

    public bool CountsStates => _tactics.Enabled || _truncations.Enabled;

    /// <summary>Counts nothing of everything that may be counted, so that each series stands at 0 before its first event: a rate sees a series only when it rises.</summary>
    public void Begin()
    {
        Begin(_messages, "outcome", ["applied", "applied_late", "duplicate", "id_conflict", "queue_full", "stopping", "store_full", "failed"]);
        Begin(_alerts, "severity", Enum.GetValues<Severity>().Where(s => s != Severity.None).Select(AssessmentJson.Name));
        Begin(_tactics, "tactic", Taxonomy.Tactics.Select(t => t.Id));
        Begin(_reloads, "outcome", ["loaded", "failed"]);
        Begin(_failures, "operation", ["read", "commit", "conflict", "erase", "scrub"]);
        Begin(_erasures, "reason", ["request", "retention"]);
        _truncations.Add(0);
    }

    public void Watch(Func<long> waiting, Func<long> live)
    {
        _meter.CreateObservableGauge("grooming_signals.queue.messages", waiting, "{message}", "Messages that wait or are in work.");
        _meter.CreateObservableGauge("grooming_signals.live_conversations", live, "{conversation}", "Conversations ready in memory.");
    }

    public Activity? StartAppend(int messages)
    {
        var activity = _activities.StartActivity("grooming_signals.append");
        activity?.SetTag("grooming_signals.messages", messages);
        return activity;
    }

    public static void End(Activity? activity, in AppendReport report)
    {
        activity?.SetTag("grooming_signals.status", Word(report.Status));
        activity?.SetTag("grooming_signals.severity", AssessmentJson.Name(report.Severity));
    }

    public void Analysed(long started) => _analysis.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    public void Committed(long started) => _commit.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    public void Messages(string outcome, int count)
    {
        if (count > 0)
        {
            _messages.Add(count, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    public void Refused(AppendStatus status, int count) => Messages(Word(status), count);

    public void Alerts(IReadOnlyList<Alert> alerts)
    {
        for (int i = 0; i < alerts.Count; i++)
        {
            _alerts.Add(1, new KeyValuePair<string, object?>("severity", AssessmentJson.Name(alerts[i].Severity)));
        }
    }

    public void State(LiveConversation live)
    {
        if (!CountsStates)
        {
            return;
        }

        Span<int> tactics = stackalloc int[Taxonomy.Tactics.Length];
        int truncations = live.Tally.Advance(live.Analyzer, live.State, tactics);
        for (int i = 0; i < tactics.Length; i++)
        {
            if (tactics[i] > 0)
            {
                _tactics.Add(tactics[i], new KeyValuePair<string, object?>("tactic", Taxonomy.Tactics[i].Id));
            }
        }

        if (truncations > 0)
        {
            _truncations.Add(truncations);
        }
    }

    public void Reloaded(string outcome) => _reloads.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void StoreFailed(string operation) => _failures.Add(1, new KeyValuePair<string, object?>("operation", operation));

    public void Erased(string reason, int count) => _erasures.Add(count, new KeyValuePair<string, object?>("reason", reason));

    public void Dispose()
    {
        _activities.Dispose();
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    private static void Begin(Counter<long> counter, string tag, IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            counter.Add(0, new KeyValuePair<string, object?>(tag, value));
        }
    }

    private static string Word(AppendStatus status) => status switch
    {
        AppendStatus.Accepted => "accepted",
        AppendStatus.QueueFull => "queue_full",
        AppendStatus.Stopping => "stopping",
        _ => "store_full",
    };

    /// <summary>1, 2.5 and 5 of each power of ten, in decimal numbers: their doubles print as they are written, products of doubles do not.</summary>
    private static InstrumentAdvice<double> Buckets(decimal from, decimal to)
    {
        var bounds = new List<double>();
        for (decimal power = from; power <= to; power *= 10)
        {
            bounds.AddRange([(double)power, (double)(power * 2.5m), (double)(power * 5)]);
        }

        return new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds };
    }
}
