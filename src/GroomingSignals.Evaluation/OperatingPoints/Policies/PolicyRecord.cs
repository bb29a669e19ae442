using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Policies;

/// <summary>
/// Where the thresholds of a policy came from, as the comments above it: the same record whether they were proposed or set by hand. Figures and versions, no text
/// of messages and no clock, so that the same run gives the same bytes.
/// </summary>
internal sealed record PolicyRecord
{
    /// <summary>Who or what wrote it, and with which command.</summary>
    public required string By { get; init; }

    /// <summary>What scored, the policy that it was made from among it.</summary>
    public required VersionSet Versions { get; init; }

    /// <summary>The conversations that the figures are of.</summary>
    public required ScoredCorpus Corpus { get; init; }

    public required PlatformAssumptions Platform { get; init; }

    /// <summary>The review queue under the new thresholds.</summary>
    public required QueueFigures Review { get; init; }

    public required QueueFigures Urgent { get; init; }

    /// <summary>Each threshold that changed, with the reason; see <see cref="Change"/>.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    public required IReadOnlyList<DataWarning> Warnings { get; init; }

    /// <summary>The seed, where chance decided anything; otherwise null.</summary>
    public int? Seed { get; init; }

    /// <summary>A threshold before and after.</summary>
    public static string Change(Gate gate, Severity severity, int? before, int? after, string reason) =>
        $"{gate.Name} {AssessmentJson.Name(severity)}: {Risk(before)} to {Risk(after)}; {reason}";

    /// <summary>The comments.</summary>
    public ImmutableArray<string> Lines() => [.. All()];

    private IEnumerable<string> All()
    {
        yield return By;
        yield return string.Create(CultureInfo.InvariantCulture, $"Engine {Versions.Engine}, {(Seed is { } seed ? $"seed {seed}, " : "")}scale {(Corpus.IsFused ? "fused" : "rules")}.");
        foreach (PackVersion pack in Versions.Packs)
        {
            yield return $"Pack {Named(pack)}.";
        }

        yield return $"From policy {Named(Versions.Policy)}.";
        if (Versions.Model is { } model)
        {
            yield return $"Model {Named(model)}.";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"Data: {Corpus.Count} conversations, {Corpus.Positives} grooming, {Corpus.Negatives} not, {Corpus.Synthetic} synthetic.");
        yield return string.Create(CultureInfo.InvariantCulture, $"Stated: {Platform.Volume} conversations a day, prevalence {Platform.Prevalence}, {Counted.Of(Platform.Reviewers, "reviewer")}, {Counted.Of(Platform.MinutesPerCase, "minute")} a case, {Counted.Of(Platform.HoursPerDay, "hour")} a day: {Platform.Capacity:0.#} cases a day.");
        yield return "";
        yield return "Review: " + Queue(Review);
        yield return "Urgent: " + Queue(Urgent);
        foreach (string change in Changes)
        {
            yield return change;
        }

        yield return "";
        foreach (DataWarning warning in Warnings)
        {
            yield return $"{warning.Id}: {warning.Detail}";
        }
    }

    private static string Named(PackVersion version) => $"{version.Id} {version.Version} {version.Hash}";

    private string Queue(QueueFigures queue) => string.Create(CultureInfo.InvariantCulture, $"{queue.Conversations} conversations of this data; ")
        + (Corpus.Positives == 0 || Corpus.Negatives == 0
            ? "without labelled cases and negatives nothing is known of recall, precision and cases a day"
            : $"recall {Share(queue.Figures.Recall)}, false-positive rate {Share(queue.Figures.FalsePositiveRate)}, precision {Share(queue.Figures.Precision)}, cases a day {Text(queue.Figures.CasesPerDay, "0.#")}");

    private static string Share(Ranged figure) => Text(figure, "0.####");

    private static string Text(Ranged figure, string format) => figure.Interval is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $"{figure.Value?.ToString(format, CultureInfo.InvariantCulture) ?? "undefined"} ({interval.Lower.ToString(format, CultureInfo.InvariantCulture)} to {interval.Upper.ToString(format, CultureInfo.InvariantCulture)})")
        : "undefined";

    private static string Risk(int? micros) => micros is { } known ? RoundThreshold.Risk(known).ToString(CultureInfo.InvariantCulture) : "none";
}
