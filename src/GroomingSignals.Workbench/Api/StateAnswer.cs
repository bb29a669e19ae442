using GroomingSignals.Workbench.Wellness;

namespace GroomingSignals.Workbench.Api;

/// <summary>What the page needs before anything else, and while the corpus is being scored.</summary>
internal sealed record StateAnswer
{
    /// <summary><c>scoring</c>, <c>ready</c> or <c>failed</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Conversations scored so far.</summary>
    public required long Conversations { get; init; }

    /// <summary>The share of the input that was read, in [0, 1]; null where it is not known.</summary>
    public double? Share { get; init; }

    /// <summary>Why it failed; otherwise null.</summary>
    public string? Error { get; init; }

    /// <summary>The corpus; null until it is ready.</summary>
    public CorpusAnswer? Corpus { get; init; }

    /// <summary>The wellness settings.</summary>
    public required WellnessSettings Wellness { get; init; }

    /// <summary>What was revealed so far.</summary>
    public required RevealCount Reveals { get; init; }
}
