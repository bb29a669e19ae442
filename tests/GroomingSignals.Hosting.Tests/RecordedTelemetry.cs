using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GroomingSignals.Hosting.Tests;

/// <summary>Every measurement of one meter factory's meters, and every activity, with all tags.</summary>
internal sealed class RecordedTelemetry : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _measurements = new();
    private readonly ConcurrentQueue<string> _activities = new();
    private readonly MeterListener _meters = new();
    private readonly ActivityListener? _traces;

    public RecordedTelemetry(IMeterFactory factory, bool traces = false)
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.Start();
        if (traces)
        {
            _traces = new ActivityListener
            {
                ShouldListenTo = source => source.Name == GroomingSignalsServiceCollectionExtensions.TelemetryName,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = a => _activities.Enqueue(
                    $"{a.DisplayName} {string.Join(' ', a.TagObjects.Select(t => $"{t.Key}={t.Value}"))} {string.Join(' ', a.Baggage.Select(b => b.Value))}"),
            };
            ActivitySource.AddActivityListener(_traces);
        }
    }

    public IReadOnlyCollection<string> Activities => _activities;

    public IEnumerable<string> Everything
    {
        get
        {
            _meters.RecordObservableInstruments();
            return [.. _measurements.Select(m => $"{m.Instrument} {m.Value} {m.Tags}"), .. _activities];
        }
    }

    public double Sum(string instrument, string tags = "") =>
        _measurements.Where(m => m.Instrument == instrument && m.Tags.Contains(tags, StringComparison.Ordinal)).Sum(m => m.Value);

    public int Count(string instrument) => _measurements.Count(m => m.Instrument == instrument);

    public void Dispose()
    {
        _meters.Dispose();
        _traces?.Dispose();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new List<string>();
        foreach (var tag in tags)
        {
            text.Add($"{tag.Key}={tag.Value}");
        }

        _measurements.Enqueue((instrument.Name, value, string.Join(' ', text)));
    }
}
