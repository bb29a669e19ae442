using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using GroomingSignals.Hosting;

namespace ModerationService;

/// <summary>Sums of the service's own counters for the root page: numbers of everybody together, nothing of anybody.</summary>
internal sealed class LiveFigures : IDisposable
{
    private readonly ConcurrentDictionary<(string Instrument, string? Tag), long> _sums = new();
    private readonly MeterListener _listener = new();
    private readonly TimeProvider _time;
    private readonly long _started;

    public LiveFigures(TimeProvider time, IMeterFactory meters)
    {
        _time = time;
        _started = time.GetTimestamp();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters)
                && instrument.Meter.Name == GroomingSignalsServiceCollectionExtensions.TelemetryName && instrument is not Histogram<double>)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Add);
        _listener.Start();
    }

    public void Write(Utf8JsonWriter writer)
    {
        _listener.RecordObservableInstruments();
        writer.WriteStartObject();
        writer.WriteNumber("upSeconds", (long)_time.GetElapsedTime(_started).TotalSeconds);
        writer.WriteStartObject("figures");
        foreach (var ((instrument, tag), sum) in _sums.OrderBy(s => s.Key.Instrument, StringComparer.Ordinal).ThenBy(s => s.Key.Tag, StringComparer.Ordinal))
        {
            writer.WriteNumber(tag is null ? instrument : $"{instrument} {tag}", sum);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var key = (instrument.Name, tags.Length == 0 ? null : tags[0].Value as string);
        if (instrument.IsObservable)
        {
            _sums[key] = value;
        }
        else
        {
            _sums.AddOrUpdate(key, static (_, v) => v, static (_, sum, v) => sum + v, value);
        }
    }
}
